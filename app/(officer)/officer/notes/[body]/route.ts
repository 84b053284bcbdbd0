import { listNoteRows } from "@/lib/answers/note.queries";
import { getPerson } from "@/lib/auth/current-session";
import { csvFile } from "@/lib/csv";
import { NotFound } from "@/lib/errors";
import { paths } from "@/lib/routes";
import { notFoundResponse } from "@/lib/server/plain-response";

/** All notes and tags of a body, for its officers. */
export async function GET(request: Request, { params }: { params: Promise<{ body: string }> }): Promise<Response> {
  const { body } = await params;
  try {
    const rows = await listNoteRows(await getPerson(), body);
    const head = ["strategy", "thread", "address", "begins", "tags", "notes"];
    const lines = rows.map((row) => [
      row.strategyId,
      row.threadId,
      new URL(paths.thread(row.strategyId, row.threadId), request.url).href,
      row.excerpt,
      row.tags.join("; "),
      row.notes.join("\n\n"),
    ]);
    return new Response(csvFile([head, ...lines]), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="notes.csv"',
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    if (error instanceof NotFound) return notFoundResponse();
    throw error;
  }
}
