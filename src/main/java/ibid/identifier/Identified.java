package ibid.identifier;

/** What a text that is written as an identifier turns out to be. */
public sealed interface Identified permits Identifier, WrongIdentifier {

    Scheme scheme();
}
