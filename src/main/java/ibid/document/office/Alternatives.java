package ibid.document.office;

import java.util.ArrayDeque;
import java.util.Deque;

/** Which of several forms of one thing is read: the first (ECMA-376 part 3, section 7.6). */
final class Alternatives {
    private final Deque<Boolean> hasChosen = new ArrayDeque<>();

    /** Whether the element, which begins, is to be read as far as it is a form of something. */
    boolean start(String name) {
        switch (name) {
            case "mc:AlternateContent" -> hasChosen.push(false);
            case "mc:Choice", "mc:Fallback" -> {
                if (!hasChosen.isEmpty()) {
                    var isRead = !hasChosen.pop();
                    hasChosen.push(true);
                    return isRead;
                }
            }
            default -> {
                return true;
            }
        }
        return true;
    }

    void end(String name) {
        if (name.equals("mc:AlternateContent") && !hasChosen.isEmpty()) {
            hasChosen.pop();
        }
    }
}
