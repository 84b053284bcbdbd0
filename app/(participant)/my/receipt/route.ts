import { receiptCode } from "@/lib/people/credential.schema";
import { groupCharacters } from "@/lib/security/base32";

/** Returns the posted receipt as a file. It reads and stores nothing. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const parsed = receiptCode.safeParse(form.get("receipt"));
  if (!parsed.success) return new Response("This is not a receipt.", { status: 400 });
  const text = `Your code: ${groupCharacters(parsed.data, 5)}\nTo come back, type it on the sign-in page.\nIf you lose it, nobody can get it back for you.\n`;
  return new Response(text, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": 'attachment; filename="code.txt"',
      "cache-control": "no-store",
    },
  });
}
