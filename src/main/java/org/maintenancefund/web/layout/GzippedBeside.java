package org.maintenancefund.web.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/**
 * A folder of the class path, or a file in it, where each text finds itself compressed beside it, as {@link EncodedResourceResolver}
 * looks for it. It is made when somebody asks for it, and kept by the cache before that resolver, so that each file is compressed
 * once: the webjars' as well, which no step of the build reaches.
 */
final class GzippedBeside extends ClassPathResource {

    private static final String ENDING = ".gz";

    private static final Pattern TEXT = Pattern.compile("\\.(css|js|svg)$");

    GzippedBeside(String path) {
        super(path);
    }

    @Override
    public Resource createRelative(String relative) {
        return relative.equals(getFilename() + ENDING)
                        && TEXT.matcher(getPath()).find()
                ? gzipped()
                : new GzippedBeside(StringUtils.applyRelativePath(getPath(), relative));
    }

    private Resource gzipped() {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (InputStream plain = getInputStream();
                OutputStream gzip = new GZIPOutputStream(compressed)) {
            plain.transferTo(gzip);
        } catch (IOException e) {
            // What can't be read is told by whoever reads the file itself.
            return new GzippedBeside(getPath() + ENDING);
        }
        return new ByteArrayResource(compressed.toByteArray(), getDescription()) {
            @Override
            public long lastModified() throws IOException {
                return GzippedBeside.this.lastModified();
            }
        };
    }
}
