package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;

/** Callers who begin a request and do not end it take nothing from the others. */
class SlowCallersIT {

    /** More than there are database connections ({@code spring.datasource.hikari.maximum-pool-size}). */
    private static final int MANY = 24;

    private static final PanbaoServer SERVER = PanbaoServer.shared();

    private final ApiClient insurer = SERVER.asRole("insurer");
    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void halfABodyHoldsNoDatabaseConnection() throws IOException {
        assertThat(insurer.get("/api/v1/plans?limit=1").status()).isEqualTo(200);
        for (int i = 0; i < MANY; i++) {
            begin("POST /api/v1/plans HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + insurer.token()
                    + "\r\nIdempotency-Key: slow-" + i
                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"form");
        }

        long start = System.nanoTime();
        int status = insurer.get("/api/v1/plans?limit=1").status();

        assertThat(status).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whoSendsNoMoreLosesTheConnection() throws IOException {
        Socket socket = begin("GET /api/v1/plans HTTP/1.1\r\nHost: loc");
        socket.setSoTimeout(30_000);

        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(answer).isEmpty();
    }

    @Test
    void halfABodyIsRefusedInTheEnd() throws IOException {
        Socket socket = begin("POST /api/v1/plans HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + insurer.token() + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"form");
        socket.setSoTimeout(30_000);

        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("malformed-request");
    }

    private Socket begin(String request) throws IOException {
        Socket socket = new Socket(SERVER.base().getHost(), SERVER.base().getPort());
        open.add(socket);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
