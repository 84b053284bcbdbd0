import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import pg from "pg";

// The least that accepting a comment can be: read the form, one INSERT, say yes.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
await pool.query(
  "CREATE TABLE IF NOT EXISTS bare_comments (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text)",
);
createServer(async (request, response) => {
  if (request.method === "POST")
    await pool.query("INSERT INTO bare_comments (text) VALUES ($1)", [await text(request)]);
  response.end("yes");
}).listen(Number(process.env.PORT), "127.0.0.1");
