import { Button } from "@/components/ui/button";
import { paths } from "@/lib/routes";

/** The code that brings somebody back, shown once. @param purpose what they can do with it */
export function Receipt({ receipt, purpose }: { receipt: string; purpose: string }) {
  return (
    <section aria-labelledby="receipt-title" className="mt-6">
      <h2 id="receipt-title" className="mb-2 text-xl">
        Your receipt
      </h2>
      <p className="mb-3">
        With this code you can come back, {purpose}. We show it only now, for ten minutes. If you lose it, nobody can
        get it back for you, not even us: we do not know who you are.
      </p>
      <p id="receipt" className="mb-4 rounded-md border-2 border-edge bg-card p-4 text-center font-mono text-xl">
        {receipt.match(/.{1,5}/g)?.join(" ")}
      </p>
      <form action={paths.receipt} method="post">
        <input type="hidden" name="receipt" value={receipt} />
        <Button kind="secondary">Save the receipt as a file</Button>
      </form>
      <p className="mt-3 text-muted">Do not save it on a computer or phone that your employer owns.</p>
    </section>
  );
}
