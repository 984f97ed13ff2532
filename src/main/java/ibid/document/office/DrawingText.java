package ibid.document.office;

import ibid.document.ExplicitLink;

/** Reads text and links of drawings (ECMA-376 part 1, section 20.1): slides, and shapes on a sheet. */
final class DrawingText implements XmlPart.Handler {
    private final OfficeText out;
    private final Relationships relationships;
    private final String location;
    private final Alternatives alternatives = new Alternatives();
    private Paragraph paragraph = new Paragraph();
    private boolean isParagraph;
    private boolean isText;
    private boolean isRun;
    private boolean isTitle;
    private String runLink = "";
    private String shapeLink = "";
    private String alternative = "";

    DrawingText(OfficeText out, Relationships relationships, String location) {
        this.out = out;
        this.relationships = relationships;
        this.location = location;
    }

    @Override
    public boolean start(XmlPart.Element element) {
        if (!alternatives.start(element.name())) {
            return false;
        }
        switch (element.name()) {
            case "a:p" -> {
                paragraph = new Paragraph();
                paragraph.makeHeading(isTitle ? 1 : 0);
                isParagraph = true;
            }
            case "a:r", "a:fld" -> {
                isRun = true;
                runLink = "";
            }
            case "a:t" -> isText = true;
            case "a:br" -> paragraph.append("\n");
            case "a:hlinkClick" -> startLink(element);
            case "a:blip" ->
                relationships
                        .external(element.attribute("r:link"))
                        .ifPresent(address -> addBare(ExplicitLink.Kind.IMAGE, address));
            case "p:cNvPr", "xdr:cNvPr" -> alternative = element.attribute("descr");
            case "p:ph" -> isTitle = element.attribute("type").matches("title|ctrTitle");
            default -> {
                // Anything else holds text or nothing.
            }
        }
        return true;
    }

    private void startLink(XmlPart.Element element) {
        var address = relationships.external(element.attribute("r:id")).orElse("");
        if (isRun) {
            runLink = address;
        } else if (!isParagraph) {
            shapeLink = address;
        }
    }

    @Override
    public void end(String name) {
        alternatives.end(name);
        switch (name) {
            case "a:p" -> {
                if (!shapeLink.isEmpty() && paragraph.linkWhole(shapeLink)) {
                    shapeLink = "";
                }
                out.add(paragraph, location);
                isParagraph = false;
            }
            case "a:r", "a:fld" -> isRun = false;
            case "a:t" -> isText = false;
            case "p:sp", "p:pic", "p:graphicFrame", "p:cxnSp", "p:grpSp", "xdr:sp", "xdr:pic" -> {
                if (!shapeLink.isEmpty()) {
                    addBare(ExplicitLink.Kind.LINK, shapeLink);
                    shapeLink = "";
                }
                isTitle = false;
            }
            default -> {
                // Ends without consequence.
            }
        }
    }

    private void addBare(ExplicitLink.Kind kind, String address) {
        var bare = new Paragraph();
        bare.addBare(kind, address, alternative);
        out.add(bare, location);
    }

    @Override
    public void text(String characters) {
        if (!isText) {
            return;
        }
        if (isRun && !runLink.isEmpty()) {
            var link = paragraph.open(runLink);
            paragraph.append(characters);
            paragraph.close(link);
        } else {
            paragraph.append(characters);
        }
    }
}
