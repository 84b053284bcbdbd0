import { expect, test } from "vitest";
import { paths } from "@/lib/routes";
import type { FastRequest } from "@/lib/server/fast-path";
import { POST } from "./route";

// What needs no database.
const send = async (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const request = { formData: async () => form } as unknown as FastRequest;
  const response = await POST(request, { params: Promise.resolve({ slug: "kent", number: "2" }) });
  return [response.status, response.headers.get("location")];
};

test("a form with a wrong field goes back to its page with all that was typed, and on its paragraph", async () => {
  const form = { text: "", stance: "sideways", paragraph: "p-1" };
  expect(await send(form)).toEqual([307, paths.writeOn("kent", 2, "p-1")]);
  expect(await send({ ...form, paragraph: "" })).toEqual([307, paths.write("kent", 2)]);
  expect(await send({ ...form, paragraph: "p?to=/x" })).toEqual([307, paths.write("kent", 2)]);
});
