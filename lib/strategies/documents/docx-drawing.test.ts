import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { drawing, heading, image, paragraph, run } from "@/scripts/test/document-files";
import { readDocx } from "@/scripts/test/read-document";

const graphic = (uri: string, content = "") => drawing(`<a:graphicData uri="${uri}">${content}</a:graphicData>`);

describe("drawings", () => {
  test.each([
    ["a chart", graphic("x/chart", '<c:chart r:id="rId20"/>'), /A chart, “Jobs by district”, was left out/],
    ["SmartArt", graphic("x/diagram", '<dgm:relIds r:dm="rId21"/>'), /SmartArt .* It says: “Plan; Do”/],
    [
      "a linked picture",
      drawing('<a:graphicData uri="x/picture"><pic:pic><a:blip r:link="rId22"/></pic:pic></a:graphicData>'),
      /only linked to, was left out: “https:\/\/example.org\/p.png”/,
    ],
    ["a shape", graphic("x/wordprocessingShape", "<wps:wsp/>"), /A shape was left out/],
    [
      "an object",
      '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
      /embedded object was left out \(Excel.Sheet.12\)/,
    ],
    ["WordArt", '<w:r><w:pict><v:shape><v:textpath string="Vision"/></v:shape></w:pict></w:r>', /WordArt .*“Vision”/],
  ])("%s is listed with its place", (_, content, message) => {
    const title = (text: string) => `<c:chart><c:title><a:p><a:r><a:t>${text}</a:t></a:r></a:p></c:title></c:chart>`;
    const { texts, losses } = readDocx(heading("A") + paragraph(run("Before.") + content), {
      relationships: [
        ["rId20", "chart", "charts/chart1.xml"],
        ["rId21", "diagramData", "diagrams/data1.xml"],
        ["rId22", "image", "https://example.org/p.png", true],
      ],
      parts: {
        "word/charts/chart1.xml": strToU8(title("Jobs by district")),
        "word/diagrams/data1.xml": strToU8(
          "<x><a:p><a:r><a:t>Plan</a:t></a:r></a:p><a:p><a:r><a:t>Do</a:t></a:r></a:p></x>",
        ),
      },
    });
    expect(texts).toEqual(["Before."]);
    expect(losses).toEqual([{ message: expect.stringMatching(message), place: "“A”, at paragraph 1" }]);
  });

  test("a picture that no browser shows is listed", () => {
    const svg = strToU8('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
    const { losses, pictures } = readDocx(heading("A") + image("A map"), { picture: svg });
    expect(pictures).toEqual([]);
    expect(losses[0]?.message).toMatch(/browsers cannot show.*It shows “A map”/);
  });

  test("text boxes are text, once, also where an older form of them follows", () => {
    const box = `<w:txbxContent>${paragraph("Our vision")}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice>${`<w:drawing><wp:anchor><a:graphic><a:graphicData uri="x/wps"><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(readDocx(paragraph(run("Before.") + both))).toMatchObject({ texts: ["Before.", "Our vision"], losses: [] });
  });
});
