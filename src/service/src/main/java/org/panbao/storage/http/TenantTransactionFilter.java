package org.panbao.storage.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.storage.AnswerFile;
import org.panbao.storage.CurrentTenant;
import org.panbao.storage.TenantTransactions;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Puts a request into one transaction of its caller's organisation. The answer is held back until the commit: a
 * success that was told is stored, and a status of 400 or more leaves nothing behind.
 */
final class TenantTransactionFilter extends OncePerRequestFilter {

    private final TenantTransactions transactions;
    private final CurrentTenant tenant;
    private final HandlerExceptionResolver problems;

    TenantTransactionFilter(TenantTransactions transactions, CurrentTenant tenant, HandlerExceptionResolver problems) {
        this.transactions = transactions;
        this.tenant = tenant;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BufferedResponse buffered = new BufferedResponse(response);
        try {
            decide(request, buffered, chain);
            send(request, buffered);
        } finally {
            removeFile(request);
        }
    }

    /** The answer as it is once the transaction has ended. */
    private void decide(HttpServletRequest request, BufferedResponse buffered, FilterChain chain)
            throws ServletException {
        try {
            UUID organisation = tenant.find().orElseThrow(() -> new Problem(ProblemCode.UNAUTHORIZED));
            transactions.inOrganisation(organisation, () -> answer(request, buffered, chain));
        } catch (NothingToKeep e) {
            // the answer says why; it is sent below
        } catch (ServletFailure e) {
            report(request, buffered, e.failure);
        } catch (RuntimeException e) {
            report(request, buffered, e);
        }
    }

    private static void send(HttpServletRequest request, BufferedResponse buffered) throws IOException {
        AnswerFile file = file(request);
        if (file == null) {
            buffered.send();
        } else {
            buffered.send(file);
        }
    }

    private static void removeFile(HttpServletRequest request) throws IOException {
        AnswerFile file = file(request);
        if (file != null) {
            file.close();
        }
    }

    private static @Nullable AnswerFile file(HttpServletRequest request) {
        return (AnswerFile) request.getAttribute(AnswerFile.ATTRIBUTE);
    }

    private static boolean answer(HttpServletRequest request, BufferedResponse buffered, FilterChain chain) {
        try {
            chain.doFilter(request, buffered);
        } catch (ServletException | IOException e) {
            throw new ServletFailure(e);
        }
        if (buffered.isFailure()) {
            throw new NothingToKeep();
        }
        return true;
    }

    private void report(HttpServletRequest request, BufferedResponse buffered, Exception failure)
            throws ServletException {
        buffered.forget();
        if (problems.resolveException(request, buffered, null, failure) == null) {
            throw new ServletException(failure);
        }
    }

    /** Rolls the transaction back and keeps the answer. */
    private static final class NothingToKeep extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingToKeep() {
            super(null, null, false, false);
        }
    }

    private static final class ServletFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Exception failure;

        ServletFailure(Exception failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
