import { chooseAlternative, type DocxContext, drawingRuns } from "@/lib/strategies/documents/docx-drawing";
import {
  formFieldText,
  isContentsField,
  isInvisibleField,
  type OpenField,
} from "@/lib/strategies/documents/docx-fields";
import { combineFormats, type RunFormat, readRunFormat } from "@/lib/strategies/documents/docx-styles";
import { symbolText } from "@/lib/strategies/documents/docx-symbols";
import { equationText } from "@/lib/strategies/documents/equation-text";
import {
  childElement,
  childElements,
  findElements,
  innerText,
  type MarkupElement,
  type MarkupNode,
} from "@/lib/strategies/documents/markup-tree";
import { scriptText } from "@/lib/strategies/documents/number-formats";
import {
  type DocumentRun,
  excerpt,
  loss,
  normaliseWhitespace,
  withAddress,
} from "@/lib/strategies/documents/parsed-document";
import { type Background, UnseenText, unseenBecause } from "@/lib/strategies/documents/text-visibility";

/** Collects the text of one paragraph, and what follows it: pictures, text boxes, notes and losses. */
export class ParagraphText {
  readonly after: DocumentRun[] = [];
  readonly #context: DocxContext;
  readonly #paragraphFormat: RunFormat;
  readonly #background: Background;
  readonly #unseen = new UnseenText();
  #text = "";
  #isInContents = false;

  /** @param background what is behind the paragraph */
  constructor(context: DocxContext, format: RunFormat = {}, background = context.background) {
    this.#context = context;
    this.#paragraphFormat = format;
    this.#background = background;
  }

  read(nodes: readonly MarkupNode[]): { text: string; after: DocumentRun[]; isContents: boolean } {
    this.#readAll(nodes);
    this.after.push(...this.#unseen.losses());
    return { text: normaliseWhitespace(this.#text), after: this.after, isContents: this.#isInContents };
  }

  #readAll(nodes: readonly MarkupNode[]): void {
    for (const element of childElements(nodes)) this.#readElement(element);
  }

  #readElement(element: MarkupElement): void {
    const { name, attribs, children } = element;
    switch (name) {
      case "w:r":
        this.#readRun(element);
        return;
      case "w:del":
      case "w:moveFrom":
        this.#context.tracked += 1;
        return;
      case "w:hyperlink":
        this.#readLink(children, this.#context.part.relationships.get(attribs["r:id"] ?? "")?.target ?? "");
        return;
      case "w:fldSimple": {
        const code = attribs["w:instr"] ?? "";
        if (isContentsField(code)) {
          this.#leaveOutContents();
          return;
        }
        const before = this.#text.length;
        this.#readAll(children);
        if (this.#text.length === before && !isInvisibleField(code)) this.#emptyField(code);
        return;
      }
      case "w:sdt":
        this.#readControl(element);
        return;
      case "mc:AlternateContent":
        this.#readAll(chooseAlternative(element));
        return;
      case "m:oMath":
      case "m:oMathPara":
        this.#readEquation(element);
        return;
      case "w:ruby":
        this.#readAll(childElement(element, "w:rubyBase")?.children ?? []);
        this.#text += ` (${innerText(findElements(childElement(element, "w:rt")?.children ?? [], "w:t"))})`;
        return;
      case "w:subDoc":
        this.after.push(loss("A part of the document that is in another file was left out."));
        return;
      case "w:pPr":
      case "w:rPr":
        return;
      default:
        this.#readAll(children);
        return; // insertions that were tracked, smart tags
    }
  }

  #readRun(run: MarkupElement): void {
    const properties = childElement(run, "w:rPr");
    const style = childElement(properties, "w:rStyle")?.attribs["w:val"];
    const { cellFormat, styles } = this.#context;
    const format = {
      ...combineFormats(cellFormat, this.#paragraphFormat, styles.run(style)),
      ...readRunFormat(properties),
    };
    for (const element of childElements(run.children)) this.#readRunPart(element, format);
  }

  #readRunPart(element: MarkupElement, format: RunFormat): void {
    const { name, attribs, children } = element;
    switch (name) {
      case "w:t":
        this.#add(innerText(children), format);
        return;
      case "w:tab":
      case "w:ptab":
        this.#add(" ", format);
        return;
      case "w:br":
      case "w:cr":
        this.#add(attribs["w:type"] ? " " : "\n", format);
        return;
      case "w:noBreakHyphen":
        this.#add("‑", format);
        return;
      case "w:sym":
        this.#addSymbol(attribs["w:char"] ?? "", format);
        return;
      case "w:fldChar":
        this.#readFieldCharacter(element);
        return;
      case "w:instrText": {
        const field = this.#context.fields.at(-1);
        if (field?.isInCode) field.code += innerText(children);
        return;
      }
      case "w:footnoteReference":
      case "w:endnoteReference":
        this.#addNote(name === "w:footnoteReference" ? "footnote" : "endnote", attribs["w:id"] ?? "", format);
        return;
      case "w:commentReference":
        this.#context.comments += 1;
        return;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        if (!this.#isInCode() && !format.isHidden) this.after.push(...drawingRuns(element, this.#context));
        else if (format.isHidden) this.after.push(loss("A hidden picture or drawing was left out."));
        return;
      case "mc:AlternateContent":
        for (const inner of childElements(chooseAlternative(element))) this.#readRunPart(inner, format);
        return;
      case "w:ruby":
        this.#readElement(element);
        return;
      default:
        return;
    }
  }

  #isInCode = () => this.#context.fields.some((field) => field.isInCode);

  #add(text: string, format: RunFormat): void {
    if (this.#isInCode()) return;
    if (this.#context.fields.some((field) => isContentsField(field.code))) {
      this.#leaveOutContents();
      return;
    }
    const reason = this.#whyUnseen(format);
    if (reason) this.#unseen.add(reason, text);
    if (!reason || reason === "doubtful") {
      if (!reason) this.#unseen.separate();
      // longer text that is moved up is a matter of its looks
      const script = format.script ?? (text.trim().length <= 4 ? format.raised : null);
      this.#text += script ? scriptText(text, script) : text;
    }
  }

  #whyUnseen(format: RunFormat) {
    if (format.isHidden) return "hidden";
    if (format.isStruck || format.isDoubleStruck) return "struck";
    return unseenBecause(format, this.#background);
  }

  #addSymbol(code: string, format: RunFormat): void {
    const symbol = symbolText(code);
    if (symbol) this.#add(symbol, format);
    else this.after.push(loss("A sign of a font that only the author's computer has was left out."));
  }

  #leaveOutContents(): void {
    this.#isInContents = true;
    this.#context.contents += 1;
  }

  #readLink(children: readonly MarkupNode[], target: string): void {
    const before = this.#text.length;
    this.#readAll(children);
    this.#appendAddress(before, target);
  }

  /** A link keeps its address, for readers on paper. */
  #appendAddress(from: number, target: string): void {
    this.#text = this.#text.slice(0, from) + withAddress(this.#text.slice(from), target);
  }

  #readControl(control: MarkupElement): void {
    const properties = childElement(control, "w:sdtPr");
    const content = childElement(control, "w:sdtContent")?.children ?? [];
    if (properties && childElement(properties, "w:showingPlcHdr")) {
      const prompt = innerText(findElements(content, "w:t"));
      this.after.push(loss(`A field to fill in was left out, since it is empty: ${excerpt(prompt)}`));
      return;
    }
    this.#readAll(content);
  }

  #readEquation(element: MarkupElement): void {
    const text = equationText(element.children).trim();
    if (text === "") return;
    this.#add(` ${text} `, {});
    this.after.push(loss(`An equation was written as text. Check it: ${excerpt(text)}`));
  }

  #addNote(kind: "footnote" | "endnote", id: string, format: RunFormat): void {
    const note = this.#context.note(kind, id);
    if (!note || format.isHidden || format.isStruck || format.isDoubleStruck) return;
    this.#add(`[${note.number}]`, {});
    this.after.push({ kind: "note", text: `[${note.number}] ${note.text}` }, ...note.after);
  }

  #readFieldCharacter(element: MarkupElement): void {
    const { fields } = this.#context;
    const field = fields.at(-1);
    switch (element.attribs["w:fldCharType"]) {
      case "begin":
        fields.push({
          code: "",
          isInCode: true,
          start: this.#text.length,
          paragraph: this,
          checkbox: formFieldText(element),
        });
        return;
      case "separate":
        if (field) [field.isInCode, field.start, field.paragraph] = [false, this.#text.length, this];
        return;
      case "end":
        fields.pop();
        if (field) this.#endField(field);
        return;
      default:
        return;
    }
  }

  #endField(field: OpenField): void {
    if (isContentsField(field.code) || this.#isInCode()) return;
    const isEmpty = field.paragraph === this && this.#text.length === field.start;
    const target = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(field.code)?.[1];
    if (target && field.paragraph === this) {
      this.#appendAddress(field.start, target);
      return;
    }
    if (!isEmpty) return;
    if (field.checkbox) this.#text += field.checkbox;
    else if (!isInvisibleField(field.code)) this.#emptyField(field.code);
  }

  #emptyField(code: string): void {
    this.after.push(loss(`A field without text was left out: ${excerpt(code)}`));
  }
}
