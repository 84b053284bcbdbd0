import { afterAll, expect, test } from "vitest";
import { drillMailOutage } from "@/scripts/drill/mail-outage";
import { createTestDatabase } from "@/scripts/test/database";
import { freePort } from "@/scripts/test/free-port";

const port = await freePort();
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
const database = await createTestDatabase();
afterAll(database.close);

test("the mail server goes, says later, and comes back: each mail comes once, what it refused is not tried again", async () => {
  const { requested, once, twice, never, refused, triedAgain } = await drillMailOutage(database.url, port, 2);
  expect({ requested, once, twice, never }).toEqual({ requested: 10, once: 8, twice: 0, never: 0 });
  expect({ refused, triedAgain }).toEqual({ refused: 2, triedAgain: 0 });
});
