package org.panbao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Panbao service. */
@SpringBootApplication
public class PanbaoApplication {

    public static void main(String[] args) {
        SpringApplication.run(PanbaoApplication.class, args);
    }
}
