import { lexer, type Token, type Tokens } from "marked";
import { RuleViolation } from "@/lib/errors";
import { innerText, parseMarkup } from "@/lib/strategies/documents/markup-tree";
import { scriptText } from "@/lib/strategies/documents/number-formats";
import {
  blockRun,
  type DocumentRun,
  excerpt,
  loss,
  normaliseWhitespace,
  type ParsedDocument,
  toParsedDocument,
} from "@/lib/strategies/documents/parsed-document";

/**
 * Reads Markdown into sections and paragraphs. HTML in it is left out, but for raised, lowered and struck-out text.
 * @throws RuleViolation when it is nested too deep
 */
export function readMarkdown(text: string): ParsedDocument {
  try {
    const { body, runs } = withoutFrontMatter(text.replaceAll("\r\n", "\n"));
    const tokens = lexer(body, { gfm: true });
    return toParsedDocument([...runs, ...tokens.flatMap((token) => toRuns(token))]);
  } catch (error) {
    // thousands of nested block quotes
    if (error instanceof RangeError)
      throw new RuleViolation("This text is nested too deep to read. Take out “>” signs.", "text");
    throw error;
  }
}

/** Settings for a program at the top of the file, between lines of three dashes. */
function withoutFrontMatter(text: string): { body: string; runs: DocumentRun[] } {
  const settings = /^---\n((?:[\w-]+:.*\n|[ \t-].*\n)+)---(?:\n|$)/.exec(text);
  if (!settings) return { body: text, runs: [] };
  const message = `Settings at the top of the file were left out: ${excerpt(settings[1] ?? "")}`;
  return { body: text.slice(settings[0].length), runs: [loss(message)] };
}

function toRuns(token: Token): DocumentRun[] {
  const line = (tokens: Token[] | undefined) => inlineText(tokens);
  switch (token.type) {
    case "heading": {
      const { text, losses } = line(token.tokens);
      return [{ kind: "heading", depth: token.depth, text }, ...losses];
    }
    case "paragraph":
    case "text": {
      const { text, losses } = line(token.tokens ?? [token]);
      return [{ kind: "text", text, block: null }, ...losses];
    }
    case "list":
      return listRuns(token as Tokens.List, 0);
    case "table": {
      const { header, rows } = token as Tokens.Table;
      const losses: DocumentRun[] = [];
      const cells = (row: Tokens.TableCell[]) =>
        row.map(({ tokens }) => {
          const cell = line(tokens);
          losses.push(...cell.losses);
          return cell.text;
        });
      return [blockRun({ kind: "table", head: cells(header), rows: rows.map(cells) }), ...losses];
    }
    case "blockquote":
      return (token.tokens ?? []).flatMap((inner) => toRuns(inner));
    case "code":
      return [{ kind: "text", text: normaliseWhitespace(token.text), block: null }];
    case "def":
      // "[^1]: source" is a note to people who write Markdown, though not to the parser
      return token.tag.startsWith("^") ? [{ kind: "text", text: normaliseWhitespace(token.raw), block: null }] : [];
    case "html": {
      const text = innerText(parseMarkup(token.text, false)).trim();
      return [
        loss(text ? `HTML was left out. Its text: ${excerpt(text)}` : `HTML was left out: ${excerpt(token.text)}`),
      ];
    }
    default:
      return [];
  }
}

/** The items of a list with their numbers; what an item holds beside its text and lists becomes part of its text. */
function listRuns({ ordered, start, items }: Tokens.List, level: number): DocumentRun[] {
  return items.flatMap((item, index): DocumentRun[] => {
    const nested: DocumentRun[] = [];
    const own: DocumentRun[] = [];
    for (const token of item.tokens) {
      if (token.type === "list") nested.push(...listRuns(token as Tokens.List, level + 1));
      else own.push(...toRuns(token));
    }
    const texts = own.flatMap((run) => (run.kind === "loss" ? [] : [run.text])).filter(Boolean);
    const box = item.task ? (item.checked ? "☑ " : "☐ ") : "";
    const marker = ordered ? `${(Number(start) || 0) + index}.` : null;
    return [
      { kind: "item", text: box + texts.join("; "), level, marker, list: "" },
      ...own.filter(({ kind }) => kind === "loss"),
      ...nested,
    ];
  });
}

/** The text of a line, without emphasis. Links keep their addresses, for readers on paper. */
function inlineText(tokens: Token[] | undefined): { text: string; losses: DocumentRun[] } {
  const losses: DocumentRun[] = [];
  const text = normaliseWhitespace(joinTokens(tokens ?? [], losses));
  return { text, losses };
}

const scripts = { sup: "super", sub: "sub" } as const;

function joinTokens(tokens: readonly Token[], losses: DocumentRun[]): string {
  let text = "";
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const tag = token.type === "html" ? /^<(sup|sub|s|del|strike)>$/i.exec(token.text)?.[1]?.toLowerCase() : undefined;
    if (!tag) {
      text += tokenText(token, losses);
      continue;
    }
    const end = tokens.findIndex((each, index) => index > at && each.raw.toLowerCase() === `</${tag}>`);
    const inner = joinTokens(tokens.slice(at + 1, end < 0 ? undefined : end), losses);
    if (tag === "sup" || tag === "sub") text += scriptText(inner, scripts[tag]);
    else losses.push(loss(`Struck-out text was left out: ${excerpt(inner)}`));
    at = end < 0 ? tokens.length : end;
  }
  return text;
}

function tokenText(token: Token, losses: DocumentRun[]): string {
  switch (token.type) {
    case "br":
      return "\n";
    case "del":
      losses.push(loss(`Struck-out text was left out: ${excerpt(joinTokens(token.tokens ?? [], losses))}`));
      return "";
    case "html":
      losses.push(loss(`HTML was left out: ${excerpt(token.text)}`));
      return "";
    case "image":
      losses.push(
        loss(`A picture that is only linked to was left out: ${excerpt(token.href)}. Upload the document instead.`),
      );
      return token.text;
    case "link": {
      if (token.text.startsWith("^")) return token.raw; // refers to a note
      const text = joinTokens(token.tokens ?? [], losses);
      return /^https?:/.test(token.href) && token.text !== token.href ? `${text} (${token.href})` : text;
    }
    default:
      if ("tokens" in token && token.tokens) return joinTokens(token.tokens, losses);
      return "text" in token ? decodeEntities(token.text) : "";
  }
}

const decodeEntities = (text: string) =>
  text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/gi, (entity) => innerText(parseMarkup(entity, false)));
