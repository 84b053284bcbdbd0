import { expect, test } from "vitest";
import { GET as reactions } from "@/app/(participant)/strategies/[slug]/reactions/route";
import { GET as send } from "@/app/(participant)/strategies/[slug]/sections/[number]/write/send/route";

test("a made-up slug goes on to a page that is not there, and breaks no header", async () => {
  const request = new Request("http://localhost/");
  const params = Promise.resolve({ slug: "😀", number: "😀" });
  for (const GET of [reactions, send]) {
    const answer = await GET(request, { params });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^\/strategies\/%F0%9F%98%80\//);
  }
});
