package ibid.document.markup;

import ibid.document.Format;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells names of files from names of code, for definitions such as {@code [static items]: items.static}, with which
 * documentation tools link to items rather than to files.
 */
final class FileNames {
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_][\\w-]*+(?:\\.[\\w-]++)++(?:#.*+)?");

    /** Endings of files that are no documents; and of hosts that lack their scheme, which is worth saying. */
    private static final String ENDINGS =
            " png jpg jpeg gif svg webp avif ico bmp tif tiff mp4 webm mov mp3 ogg wav flac zip gz tgz tar xz bz2 7z jar whl"
                    + " exe dmg iso apk deb rpm doc xls ppt ps eps dvi djvu woff woff2 ttf otf css map lock cfg conf ini env"
                    + " sample example template tmpl patch diff sum mod gradle properties bin dat db sqlite key pem crt pub"
                    + " asc sig in am ac tf hcl nix bat cmd wasm license com org net io dev ";

    private FileNames() {}

    /** Whether a destination is a path of code: {@code a::b}, or words with dots whose last is no ending of files. */
    static boolean isCode(String destination) {
        if (destination.contains("::")) {
            return destination.indexOf('/') < 0;
        }
        var hash = destination.indexOf('#');
        var name = hash < 0 ? destination : destination.substring(0, hash);
        // Most are addresses or paths, of which the slash tells.
        if (name.indexOf('/') >= 0
                || destination.length() > 200
                || !DOTTED.matcher(destination).matches()) {
            return false;
        }
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !ENDINGS.contains(" " + ending + " ") && Format.ofName(name).isEmpty();
    }
}
