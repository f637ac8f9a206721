/** The rule engine, hidden: everything that imports Drools. Other modules see {@code RuleSet} only. */
@NullMarked
package org.panbao.rulebook.drools;

import org.jspecify.annotations.NullMarked;
