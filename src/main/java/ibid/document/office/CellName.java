package ibid.document.office;

/** What people call a cell: {@code Sheet1!B7}, {@code 'Old list'!A1}. */
final class CellName {
    private static final int LETTERS = 26;

    private CellName() {}

    /** @param column from 0; {@code row} too */
    static String of(String sheet, int column, int row) {
        var letters = new StringBuilder();
        for (var left = column; left >= 0; left = left / LETTERS - 1) {
            letters.insert(0, (char) ('A' + left % LETTERS));
        }
        return of(sheet, letters.toString() + (row + 1));
    }

    /** @param reference of the cell in its sheet, such as {@code B7} */
    static String of(String sheet, String reference) {
        return quoted(sheet) + "!" + reference;
    }

    private static String quoted(String sheet) {
        var isPlain = sheet.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.');
        return isPlain ? sheet : "'" + sheet.replace("'", "''") + "'";
    }
}
