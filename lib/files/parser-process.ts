import { RuleViolation } from "@/lib/errors";

// The program that lib/files/file-parser.ts starts for one file of the kind that its argument names. It reports that it is
// ready, reads one message and answers with one.

const loadParser = {
  document: async () => (await import("@/lib/strategies/documents/document-reader")).readDocument,
  markdown: async () => {
    const { readMarkdown } = await import("@/lib/strategies/documents/markdown-reader");
    return (bytes: Uint8Array) => readMarkdown(new TextDecoder().decode(bytes));
  },
  spreadsheet: async () => (await import("@/lib/unions/uploads/spreadsheet-reader")).readSpreadsheet,
};

type Loaders = typeof loadParser;
/** What each kind of file is read into. */
export type ParserResults = { [Kind in keyof Loaders]: ReturnType<Awaited<ReturnType<Loaders[Kind]>>> };
export type ParserRequest = { kind: keyof ParserResults; bytes: Uint8Array };
export type ParserReply = { result: unknown } | { refusal: { message: string; field: string } };

const parse = await loadParser[process.argv[2] as keyof Loaders]();

function replyTo({ bytes }: ParserRequest): ParserReply {
  try {
    return { result: parse(bytes) };
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    return { refusal: { message: error.message, field: error.field } };
  }
}

process.once("message", (request: ParserRequest) => {
  process.send?.(replyTo(request), () => process.disconnect());
});
process.send?.("ready");
