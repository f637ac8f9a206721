package org.panbao.storage.http;

import jakarta.servlet.MultipartConfigElement;
import org.panbao.storage.TemporaryFiles;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Parts of an upload go to private temporary files, whatever their size, and never stay in memory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MultipartProperties.class)
class Uploads {

    @Bean
    MultipartConfigElement multipartConfigElement(MultipartProperties limits, TemporaryFiles files) {
        return new MultipartConfigElement(
                files.folder().toString(),
                limits.getMaxFileSize().toBytes(),
                limits.getMaxRequestSize().toBytes(),
                0);
    }
}
