import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { DocxBlock, DocxDocument } from "@/lib/files/docx-document.rules";

/** Writes a document for word processors (ISO/IEC 29500): A4, with headings, lists and tables as such. */
export async function writeDocx({ title, header, footer, blocks }: DocxDocument): Promise<Uint8Array> {
  const document = new Document({
    creator: "At the Table",
    title: clean(title),
    styles: {
      default: {
        document: { run: { font: "Arial", size: 21 }, paragraph: { spacing: { after: 100 } } },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: {
          run: { size: 30, bold: true },
          paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
        },
        heading2: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
      },
    },
    numbering: {
      config: [
        {
          reference: numbered,
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.START, style: hanging },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: a4, margin: { top: margin, bottom: margin, left: margin, right: margin } } },
        headers: { default: new Header({ children: [new Paragraph({ children: [small(header)] })] }) },
        footers: { default: new Footer({ children: [new Paragraph({ children: pageOf(footer) })] }) },
        children: blocks.flatMap(blockParts),
      },
    ],
  });
  return Packer.toBuffer(document);
}

// in twentieths of a point
const a4 = { width: 11906, height: 16838 };
const margin = 1000;
const textWidth = a4.width - 2 * margin;
const numbered = "numbered";
const hanging = { paragraph: { indent: { left: 500, hanging: 400 } } };

/** What XML cannot hold is left out. */
const clean = (text: string) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

/** Runs of a text, with its line breaks. */
const runs = (text: string, options: { bold?: boolean; italics?: boolean; size?: number; color?: string } = {}) =>
  clean(text)
    .split(/\r?\n/)
    .map((line, at) => new TextRun({ ...options, text: line, ...(at > 0 && { break: 1 }) }));

const small = (text: string) => new TextRun({ text: clean(text), size: 16, color: "555555" });

const pageOf = (footer: string) => [
  new TextRun({
    children: [`${clean(footer)}  Page `, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES],
    size: 16,
    color: "555555",
  }),
];

const linkTo = (text: string, link: string) =>
  new ExternalHyperlink({ link, children: [new TextRun({ text: clean(text), style: "Hyperlink" })] });

function blockParts(block: DocxBlock, at: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case "title":
      return [new Paragraph({ children: runs(block.text), heading: HeadingLevel.TITLE })];
    case "heading":
      return [new Paragraph({ children: runs(block.text), heading: HeadingLevel.HEADING_1 })];
    case "subheading":
      return [new Paragraph({ children: runs(block.text), heading: HeadingLevel.HEADING_2 })];
    case "text":
      return [new Paragraph({ children: runs(block.text) })];
    case "note":
      return [new Paragraph({ children: runs(block.text, { size: 18, color: "555555" }) })];
    case "list":
      return block.items.map((item) => {
        const marker = block.isNumbered
          ? { numbering: { reference: numbered, level: 0, instance: at } }
          : { bullet: { level: 0 } };
        return new Paragraph({ children: runs(item), ...marker });
      });
    case "quote":
      return [
        new Paragraph({ children: runs(`“${block.text}”`, { italics: true }), indent: { left: 400 }, keepNext: true }),
        new Paragraph({ children: [linkTo(block.source, block.href)], indent: { left: 400 } }),
      ];
    case "link":
      return [new Paragraph({ children: [linkTo(block.text, block.href)] })];
    case "table":
      return tableParts(block);
    case "page":
      return [new Paragraph({ pageBreakBefore: true, children: [] })];
  }
}

function tableParts({ caption, columns, rows }: Extract<DocxBlock, { kind: "table" }>): (Paragraph | Table)[] {
  const isNumber = columns.map(
    (_, column) => column > 0 && rows.every((row) => /^[\d,.%–]+$|^not shown$|^under 1%$/.test(row[column] ?? "")),
  );
  const widths = columnWidths(isNumber);
  const cell = (text: string, column: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({
          children: runs(text, { bold, size: 19 }),
          spacing: { after: 0 },
          alignment: isNumber[column] ? AlignmentType.END : AlignmentType.START,
        }),
      ],
    });
  return [
    new Paragraph({ children: runs(caption, { bold: true }), keepNext: true, spacing: { before: 120, after: 60 } }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((name, at) => cell(name, at, true)) }),
        ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, false)) })),
      ],
    }),
    new Paragraph({ children: [], spacing: { after: 60 } }),
  ];
}

/** In lengths, not percentages: several word processors collapse columns without. The first column has what is left. */
function columnWidths(isNumber: boolean[]): number[] {
  const others = isNumber.slice(1).map((number) => (number ? 2 : 3));
  const unit = Math.floor(textWidth / (others.reduce((sum, width) => sum + width, 0) + 6));
  const widths = others.map((width) => width * unit);
  return [textWidth - widths.reduce((sum, width) => sum + width, 0), ...widths];
}
