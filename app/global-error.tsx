"use client";
import "@/app/globals.css";
import Failed from "@/app/error";

/** When the layout itself fails: the same message, alone on the page. */
export default function FailedAltogether() {
  return (
    <html lang="en-GB">
      <body>
        <title>Something went wrong – At the Table</title>
        <main>
          <Failed />
        </main>
      </body>
    </html>
  );
}
