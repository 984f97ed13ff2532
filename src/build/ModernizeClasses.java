import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Copies a jar and raises the class files that are older than Java 6 to Java 17. Class-data archives leave
 * out such old classes, and picocli's are of that age; nothing else about them changes.
 */
final class ModernizeClasses {
    public static void main(String[] args) throws IOException {
        Path source = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Path copy = Path.of(args[1] + ".part");
        try (ZipFile jar = new ZipFile(source.toFile());
                URLClassLoader types = new URLClassLoader(new URL[] {source.toUri().toURL()});
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            jar.stream().forEach(entry -> copy(jar, types, entry, out));
        }
        Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(source);
    }

    private static void copy(ZipFile jar, ClassLoader types, ZipEntry entry, ZipOutputStream out) {
        try {
            byte[] content = jar.getInputStream(entry).readAllBytes();
            boolean old = entry.getName().endsWith(".class") && version(content) < Opcodes.V1_6;
            ZipEntry written = new ZipEntry(entry.getName());
            written.setTimeLocal(entry.getTimeLocal());
            out.putNextEntry(written);
            out.write(old ? modern(content, types) : content);
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(entry.getName(), e);
        }
    }

    private static int version(byte[] content) {
        return (content[6] & 0xff) << 8 | content[7] & 0xff;
    }

    private static byte[] modern(byte[] content, ClassLoader types) {
        ClassReader reader = new ClassReader(content);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return types;
            }

            @Override
            protected String getCommonSuperClass(String first, String second) {
                try {
                    return super.getCommonSuperClass(first, second);
                } catch (TypeNotPresentException e) {
                    return "java/lang/Object"; // an optional library that is not bundled
                }
            }
        };
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visit(
                            int version,
                            int access,
                            String name,
                            String signature,
                            String parent,
                            String[] interfaces) {
                        super.visit(Opcodes.V17, access, name, signature, parent, interfaces);
                    }
                },
                ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
