import { describe, expect, test } from "vitest";
import { heading, paragraph, run, styled } from "@/scripts/test/document-files";
import { readDocx } from "@/scripts/test/read-document";

describe("what is crossed out or hidden does not become text, and is listed with its place", () => {
  const place = "“A”, at paragraph 1";
  const inText = (properties: string, options = {}) =>
    readDocx(heading("A") + paragraph(run("close ") + run("two", properties) + run(" no depots")), options);

  test.each([
    ["struck out", "<w:strike/>", /Struck-out text was left out: “two”/],
    ["struck out twice", "<w:dstrike/>", /Struck-out text was left out: “two”/],
    ["hidden", "<w:vanish/>", /Hidden text was left out: “two”/],
    ["struck out by a style", '<w:rStyle w:val="Gone"/>', /Struck-out/],
  ])("%s", (_, properties, message) => {
    const gone = '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>';
    const { texts, losses } = inText(properties, { styles: gone });
    expect(texts).toEqual(["close no depots"]);
    expect(losses).toEqual([{ message: expect.stringMatching(message), place }]);
  });

  test("what a style strikes out and a run does not is text", () => {
    const { texts, losses } = inText('<w:strike w:val="0"/>');
    expect(texts).toEqual(["close two no depots"]);
    expect(losses).toEqual([]);
  });
});

describe("what nobody sees in the document is listed with its place", () => {
  const white = '<w:color w:val="FFFFFF"/>';
  const faint = /^Text in the colour of its background was left out: “two”$/;
  const tiny = /^Text too small to read was left out: “two”$/;
  const style = (id: string, type: string, content: string) =>
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${content}</w:style>`;
  const shade = (fill: string) => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;

  test.each([
    ["white", white, faint],
    ["nearly white", '<w:color w:val="FAFAFA"/>', faint],
    ["white by the theme", '<w:color w:themeColor="background1"/>', faint],
    ["black on a black highlight", '<w:highlight w:val="black"/>', faint],
    ["red on red", `<w:color w:val="C00000"/>${shade("C00505")}`, faint],
    ["without a fill", "<w14:textFill><w14:noFill/></w14:textFill>", faint],
    ["of 2 points", '<w:sz w:val="4"/>', tiny],
    ["of a hundredth of its width", '<w:w w:val="1"/>', tiny],
    ["white by a style of a style", '<w:rStyle w:val="Child"/>', faint],
  ])("%s", (_, properties, message) => {
    const styles =
      style("Parent", "character", `<w:rPr>${white}</w:rPr>`) +
      style("Child", "character", '<w:basedOn w:val="Parent"/>');
    const { texts, losses } = readDocx(
      heading("A") + paragraph(run("close ") + run("two", properties) + run(" no depots")),
      { styles },
    );
    expect(texts).toEqual(["close no depots"]);
    expect(losses).toEqual([{ message: expect.stringMatching(message), place: "“A”, at paragraph 1" }]);
  });

  test.each([
    ["automatic", '<w:color w:val="auto"/>', ""],
    ["grey", '<w:color w:val="A6A6A6"/>', ""],
    ["yellow", '<w:color w:val="FFFF00"/>', ""],
    ["white on a dark highlight", `${white}<w:highlight w:val="darkBlue"/>`, ""],
    ["white on a dark shade", `${white}${shade("1F3864")}`, ""],
    ["automatic on black", shade("000000"), ""],
    ["white in a dark paragraph", white, shade("1F3864")],
    ["of 7 points", '<w:sz w:val="14"/>', ""],
  ])("%s is seen", (_, properties, ofParagraph) => {
    const { texts, losses } = readDocx(heading("A") + paragraph(run("two", properties), ofParagraph));
    expect([texts, losses]).toEqual([["two"], []]);
  });

  const table = (properties: string, first: string, ofCell = "") => {
    const cells = (text: string) =>
      `<w:tr><w:tc><w:tcPr>${ofCell}</w:tcPr>${paragraph(text)}</w:tc><w:tc><w:tcPr>${ofCell}</w:tcPr>${paragraph("b")}</w:tc></w:tr>`;
    return `<w:tbl><w:tblPr>${properties}</w:tblPr>${cells(first)}${cells("c")}</w:tbl>`;
  };
  const styleOfTable = (first: string) =>
    style("T", "table", `<w:tblStylePr w:type="firstRow">${first}</w:tblStylePr>`);
  const byStyle = '<w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/>';

  test("a white heading of a table is seen where its cells are dark, by themselves or by the table's style", () => {
    const dark = styleOfTable(`<w:rPr>${white}</w:rPr><w:tcPr>${shade("1F3864")}</w:tcPr>`);
    for (const { texts, losses } of [
      readDocx(table("", run("two", white), shade("1F3864"))),
      readDocx(table(byStyle, "two"), { styles: dark }),
      readDocx(table(byStyle, run("two", white)), { styles: dark }),
      readDocx(table(shade("1F3864"), run("two", white))),
    ]) {
      expect(texts).toEqual(["two | b\nc | b"]);
      expect(losses).toEqual([]);
    }
    const light = styleOfTable(`<w:rPr>${white}</w:rPr>`);
    for (const { texts, losses } of [
      readDocx(table("", run("two", white))),
      readDocx(table(byStyle.replace('"1"', '"0"'), run("two", white)), { styles: dark }),
      readDocx(table(byStyle, run("two")), { styles: light }),
    ]) {
      expect(texts.join()).not.toContain("two");
      expect(losses[0]?.message).toMatch(/^Text in the colour of its background was left out: “two”$/);
    }
  });

  test("what the style of a table strikes out is left out", () => {
    const { texts, losses } = readDocx(table(byStyle, "two"), { styles: styleOfTable("<w:rPr><w:strike/></w:rPr>") });
    expect(texts).toEqual(["c | b"]);
    expect(losses.map(({ message }) => message)).toEqual([
      "Struck-out text was left out: “two”",
      "Struck-out text was left out: “b”",
    ]);
  });

  test("what a chain of paragraph styles, the usual one or the document strikes out is left out", () => {
    const struck = "<w:rPr><w:strike/></w:rPr>";
    const chain = style("P", "paragraph", struck) + style("Q", "paragraph", '<w:basedOn w:val="P"/>');
    const usual = style("N", "paragraph", struck).replace("<w:style ", '<w:style w:default="1" ');
    const all = `<w:docDefaults><w:rPrDefault>${struck}</w:rPrDefault></w:docDefaults>`;
    for (const { texts, losses } of [
      readDocx(styled("two", "Q"), { styles: chain }),
      readDocx(paragraph("two"), { styles: usual }),
      readDocx(paragraph("two"), { styles: all }),
    ]) {
      expect(texts).toEqual([]);
      expect(losses[0]?.message).toBe("Struck-out text was left out: “two”");
    }
    const twice = style("R", "character", struck);
    const { texts } = readDocx(styled(run("two", '<w:rStyle w:val="R"/>'), "Q"), { styles: chain + twice });
    expect(texts).toEqual(["two"]); // the second style switches it off again, as Word shows it
  });

  test("white text over a shape or a picture of colours that we do not know is kept, and listed", () => {
    const box = (fill: string) =>
      `<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData uri="x/wps"><wps:wsp><wps:spPr>${fill}</wps:spPr><wps:txbx><w:txbxContent>${paragraph(run("two", white))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`;
    const fill = (color: string) => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
    const doubtful = "White text over a picture or a shape was kept. Check that it may be public: “two”";
    const cases: [string, string[], string[]][] = [
      [box(""), ["Before.", "two"], [doubtful]],
      [box(fill("1F3864")), ["Before.", "two"], []],
      [box(fill("FFFFFF")), ["Before."], ["Text in the colour of its background was left out: “two”"]],
    ];
    for (const [content, expected, messages] of cases) {
      const { texts, losses } = readDocx(paragraph(run("Before.") + content));
      expect(texts).toEqual(expected);
      expect(losses.map(({ message }) => message)).toEqual(messages);
    }
    const behind = '<w:r><w:drawing><wp:anchor behindDoc="1"><a:graphic/></wp:anchor></w:drawing></w:r>';
    const { texts, losses } = readDocx(paragraph(run("two", white)), { header: paragraph(behind) });
    expect(texts).toEqual(["two"]);
    expect(losses.map(({ message }) => message)).toEqual([doubtful]);
  });
});
