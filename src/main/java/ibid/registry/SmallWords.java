package ibid.registry;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Set;

/** Words that stand in every title of a language: they tell the language, and not the title. Accents are off, as in what is compared. */
final class SmallWords {
    /** Languages that many works are published in. */
    enum Language {
        ENGLISH("a an the of and or in on for to from with without by at as into its their is are be how what why does"
                + " do between among under over towards toward after before during via using based than that"
                + " this"),
        GERMAN("der die das den dem des ein eine einer eines einem und oder im in zur zum zu von vom mit ohne fur auf"
                + " aus bei nach uber unter zwischen als wie ist sind durch am an"),
        FRENCH("le la les l un une des du de d et ou en dans pour par sur sous avec sans au aux a est sont entre chez"
                + " vers"),
        SPANISH("el la los las un una unos unas de del y e o en para por con sin sobre entre al es son su sus hacia"
                + " desde"),
        PORTUGUESE("o a os as um uma de do da dos das e ou em no na nos nas para por pelo pela com sem sobre entre ao"
                + " aos"),
        ITALIAN("il lo la i gli le un uno una di del della dei delle degli e o in nel nella per con senza su tra fra"
                + " al alla"),
        DUTCH("de het een van en of in op voor met zonder door over tussen bij naar uit als te aan"),
        NORDIC("en et ett den det de og och i pa for av af med utan uden om fra fran till til mellem mellan som er ar"),
        POLISH("i w we z ze na do od dla o po przez przy oraz jako nad pod"),
        RUSSIAN("и в во на с со о об по для из к от за при как не или у");

        private final String words;

        Language(String words) {
            this.words = " " + words + " ";
        }

        boolean has(String word) {
            return words.contains(" " + word + " ");
        }
    }

    private SmallWords() {}

    static boolean isSmall(String word) {
        for (var language : Language.values()) {
            if (language.has(word)) {
                return true;
            }
        }
        return false;
    }

    /** The language that these words show, or the few between which they leave it open. */
    static Set<Language> languages(Collection<String> words) {
        var seen = new EnumMap<Language, Integer>(Language.class);
        for (var word : words) {
            var having = Arrays.stream(Language.values())
                    .filter(language -> language.has(word))
                    .toList();
            having.forEach(language -> seen.merge(language, having.size() > 1 ? 1 : 3, Integer::sum));
        }
        var most = seen.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        // One word that several languages have shows none of them.
        if (most < 2) {
            return Set.of();
        }
        var languages = EnumSet.noneOf(Language.class);
        seen.forEach((language, count) -> {
            if (count == most) {
                languages.add(language);
            }
        });
        return languages;
    }
}
