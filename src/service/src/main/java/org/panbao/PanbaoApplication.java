package org.panbao;

import org.panbao.cli.CommandLauncher;
import org.panbao.cli.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Panbao service; with a command as its first argument, the command line. */
@SpringBootApplication
public class PanbaoApplication {

    public static void main(String[] args) {
        if (CommandLine.isMeant(args)) {
            System.exit(CommandLauncher.run(args));
        }
        SpringApplication.run(PanbaoApplication.class, args);
    }
}
