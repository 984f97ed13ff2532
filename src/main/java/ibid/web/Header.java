package ibid.web;

/** One header line of a request or response, in the order and spelling of the wire. */
public record Header(String name, String value) {}
