import { lexer, type Token, type Tokens } from "marked";
import { Refused } from "@/lib/errors";
import { blockRun, type Found, type Run, tidy, toSections } from "@/lib/strategies/documents/parsed-document";

/**
 * Reads Markdown into parts and paragraphs. Only its tree is used: no HTML comes of it, and HTML in it is left out.
 * @throws Refused when it is nested without end
 */
export function readMarkdown(text: string): Found {
  const notes = new Set<string>();
  try {
    const runs = lexer(text.replaceAll("\r\n", "\n"), { gfm: true }).flatMap((token) => runsOf(token, notes));
    return toSections(runs, [...notes]);
  } catch (error) {
    // thousands of signs of quotation, one in the other
    if (error instanceof RangeError)
      throw new Refused("This text is nested too deep to read. Take out “>” signs.", "text");
    throw error;
  }
}

function runsOf(token: Token, notes: Set<string>): Run[] {
  switch (token.type) {
    case "heading":
      return [{ kind: "heading", depth: token.depth, text: plain(token.tokens, notes) }];
    case "paragraph":
    case "text":
      return [{ kind: "words", text: plain(token.tokens ?? [token], notes), block: null }];
    case "list": {
      const { ordered, items } = token as Tokens.List;
      return [blockRun({ kind: "list", isOrdered: ordered, items: items.map(({ tokens }) => flat(tokens, notes)) })];
    }
    case "table": {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: Tokens.TableCell[]) => row.map(({ tokens }) => plain(tokens, notes));
      return [blockRun({ kind: "table", head: cells(header), rows: rows.map(cells) })];
    }
    case "blockquote":
      return (token.tokens ?? []).flatMap((inner) => runsOf(inner, notes));
    case "code":
      return [{ kind: "words", text: tidy(token.text), block: null }];
    case "html":
      notes.add("HTML in the text was left out.");
      return [];
    default:
      return [];
  }
}

/** A list's item on one line, also when it holds paragraphs or a list of its own. */
const flat = (tokens: Token[], notes: Set<string>): string =>
  tokens
    .flatMap((token) => runsOf(token, notes))
    .map(({ text }) => text.replaceAll("\n", "; "))
    .join(" ");

/** The words of a line. Bold and the like go; a link keeps its address, which is all that a reader on paper has. */
function plain(tokens: Token[] | undefined, notes: Set<string>): string {
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
      return `${plain(token.tokens, notes)} (${token.href})`;
    }
    if ("tokens" in token && token.tokens) return plain(token.tokens, notes);
    return "text" in token ? named(token.text) : "";
  });
  return tidy(text.join(""));
}

const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", pound: "£", euro: "€" };

/** Markdown may write a sign by its name. */
const named = (text: string) => text.replace(/&(amp|lt|gt|quot|nbsp|pound|euro);/g, (all, name) => signs[name] ?? all);
