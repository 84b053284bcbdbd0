import { expect, test } from "vitest";
import { GET as getReactions } from "@/app/(participant)/strategies/[slug]/reactions/route";
import { GET as getSend } from "@/app/(participant)/strategies/[slug]/sections/[number]/write/send/route";

test("a made-up slug goes on to a page that is not there, and breaks no header", async () => {
  const request = new Request("http://localhost/");
  const params = Promise.resolve({ slug: "😀", number: "😀" });
  for (const GET of [getReactions, getSend]) {
    const response = await GET(request, { params });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toMatch(/^\/strategies\/%F0%9F%98%80\//);
  }
});
