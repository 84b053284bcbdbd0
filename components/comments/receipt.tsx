import { HiddenField } from "@/components/forms/fields";
import { ResultText } from "@/components/forms/form-result";
import { Button } from "@/components/ui/button";
import { paths } from "@/lib/routes";

/**
 * The code by which somebody comes back, shown once.
 * @param receipt left out where the action of a form gives it, as the result `receipt` (grouped for reading)
 * @param purpose what the code is good for
 */
export function Receipt({ receipt, purpose }: { receipt?: string; purpose: string }) {
  return (
    <section aria-labelledby="receipt-title" className="mt-6">
      <h2 id="receipt-title" className="mb-2 text-xl">
        Your receipt
      </h2>
      <p className="mb-3">
        Use this code to come back, {purpose}. We only show it once, for 10 minutes. If you lose it, nobody can get it
        back for you, not even us, because we do not know who you are.
      </p>
      <p id="receipt" className="mb-4 rounded-md border-2 border-edge bg-card p-4 text-center font-mono text-xl">
        {receipt?.match(/.{1,5}/g)?.join(" ") ?? <ResultText name="receipt" />}
      </p>
      <form action={paths.receipt} method="post">
        <HiddenField name="receipt" value={receipt ?? ""} isRetained={!receipt} />
        <Button kind="secondary">Download the receipt</Button>
      </form>
      <p className="mt-3 text-muted">Do not save it on a computer or phone that your employer owns.</p>
    </section>
  );
}
