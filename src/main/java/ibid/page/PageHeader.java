package ibid.page;

/** One header line of the response that brought a page. */
public record PageHeader(String name, String value) {}
