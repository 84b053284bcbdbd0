import { afterAll, expect, test } from "vitest";
import { loseMail } from "@/scripts/drill/mail-outage";
import { testDatabase } from "@/scripts/test/database";
import { freePort } from "@/scripts/test/free-port";

const port = await freePort();
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
const database = await testDatabase();
afterAll(database.close);

test("the mail server goes, says later, and comes back: each mail comes once, what it refused is not tried again", async () => {
  const { asked, once, twice, never, refused, triedAgain } = await loseMail(database.url, port, 2);
  expect({ asked, once, twice, never }).toEqual({ asked: 10, once: 8, twice: 0, never: 0 });
  expect({ refused, triedAgain }).toEqual({ refused: 2, triedAgain: 0 });
});
