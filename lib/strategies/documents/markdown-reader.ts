import { lexer, type Token, type Tokens } from "marked";
import { RuleViolation } from "@/lib/errors";
import {
  blockRun,
  type DocumentRun,
  normaliseWhitespace,
  type ParsedDocument,
  toParsedDocument,
} from "@/lib/strategies/documents/parsed-document";

/**
 * Reads Markdown into sections and paragraphs. HTML in it is left out.
 * @throws RuleViolation when it is nested too deep
 */
export function readMarkdown(text: string): ParsedDocument {
  const notes = new Set<string>();
  try {
    const runs = lexer(text.replaceAll("\r\n", "\n"), { gfm: true }).flatMap((token) => toRuns(token, notes));
    return toParsedDocument(runs, [...notes]);
  } catch (error) {
    // thousands of nested block quotes
    if (error instanceof RangeError)
      throw new RuleViolation("This text is nested too deep to read. Take out “>” signs.", "text");
    throw error;
  }
}

function toRuns(token: Token, notes: Set<string>): DocumentRun[] {
  switch (token.type) {
    case "heading":
      return [{ kind: "heading", depth: token.depth, text: inlineText(token.tokens, notes) }];
    case "paragraph":
    case "text":
      return [{ kind: "text", text: inlineText(token.tokens ?? [token], notes), block: null }];
    case "list": {
      const { ordered, items } = token as Tokens.List;
      return [
        blockRun({ kind: "list", isOrdered: ordered, items: items.map(({ tokens }) => itemText(tokens, notes)) }),
      ];
    }
    case "table": {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: Tokens.TableCell[]) => row.map(({ tokens }) => inlineText(tokens, notes));
      return [blockRun({ kind: "table", head: cells(header), rows: rows.map(cells) })];
    }
    case "blockquote":
      return (token.tokens ?? []).flatMap((inner) => toRuns(inner, notes));
    case "code":
      return [{ kind: "text", text: normaliseWhitespace(token.text), block: null }];
    case "html":
      notes.add("HTML in the text was left out.");
      return [];
    default:
      return [];
  }
}

/** A list item on one line, including paragraphs and lists within it. */
const itemText = (tokens: Token[], notes: Set<string>): string =>
  tokens
    .flatMap((token) => toRuns(token, notes))
    .map(({ text }) => text.replaceAll("\n", "; "))
    .join(" ");

/** The text of a line, without emphasis. Links keep their addresses, for readers on paper. */
function inlineText(tokens: Token[] | undefined, notes: Set<string>): string {
  const text = (tokens ?? []).map((token): string => {
    if (token.type === "br") return "\n";
    if (token.type === "html") {
      notes.add("HTML in the text was left out.");
      return "";
    }
    if (token.type === "image") {
      notes.add("Pictures that Markdown only points to were left out. Upload the document to bring its pictures.");
      return token.text;
    }
    if (token.type === "link" && /^https?:/.test(token.href) && token.text !== token.href) {
      return `${inlineText(token.tokens, notes)} (${token.href})`;
    }
    if ("tokens" in token && token.tokens) return inlineText(token.tokens, notes);
    return "text" in token ? decodeEntities(token.text) : "";
  });
  return normaliseWhitespace(text.join(""));
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", pound: "£", euro: "€" };

const decodeEntities = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|nbsp|pound|euro);/g, (all, name) => entities[name] ?? all);
