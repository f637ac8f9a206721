package org.panbao.startup;

import java.util.List;
import org.panbao.base.Text;

/**
 * Lines that a module adds to the message printed when the service is ready. Make it a bean; {@code @Order} sorts. The
 * words come from the module's own messages.
 */
public interface StartNotice {

    /** Asked once, when the service is ready. */
    List<Text> lines();
}
