package io.verbatim.model;

import java.io.IOException;

/** A model file that can't be read: too old, too new or corrupt. Its message is one line that says what to do. */
public abstract sealed class ModelFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private ModelFormatException(String message) {
        super(message.replaceAll("[\\p{Cc}\\u2028-\\u202E\\u2066-\\u2069]", " "));
    }

    /** The file's format is an old one that this version doesn't read. */
    public static final class TooOld extends ModelFormatException {
        private static final long serialVersionUID = 1L;

        TooOld(String name, int format) {
            super(name + ": this version of Verbatim doesn't read model format " + format
                    + " any more; train the model again or use an older Verbatim");
        }
    }

    /** The file needs a newer version of Verbatim. */
    public static final class TooNew extends ModelFormatException {
        private static final long serialVersionUID = 1L;

        TooNew(String name, int reader) {
            super(name + ": the model needs a reader of format " + reader + ", this version of Verbatim reads up to "
                    + ModelFile.FORMAT + "; use a newer Verbatim");
        }
    }

    /** The file is no model, is damaged or lies about its sizes. */
    public static final class Corrupt extends ModelFormatException {
        private static final long serialVersionUID = 1L;

        Corrupt(String name, String detail) {
            super(name + ": not a whole Verbatim model (" + detail + "); copy or download it again");
        }
    }
}
