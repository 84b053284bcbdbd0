import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { paths } from "@/lib/paths";

type Props = { alias: string; receipt: string | null; back: string };

/** What somebody sees after sending: what happens now, and the receipt that brings them back. */
export function Sent({ alias, receipt, back }: Props) {
  return (
    <div>
      <Callout tone="good">
        <p>
          A union rep reads it before anybody else can see it, most often within three days. Others will know you only
          as <strong>{alias}</strong>.
        </p>
      </Callout>
      {receipt && <Receipt receipt={receipt} />}
      <p className="mt-6">
        <a className="link inline-flex min-h-11 items-center" href={paths.my}>
          See where your comment stands
        </a>
      </p>
      <p>
        <a className="link inline-flex min-h-11 items-center" href={back}>
          Go back to the strategy
        </a>
      </p>
    </div>
  );
}

function Receipt({ receipt }: { receipt: string }) {
  return (
    <section aria-labelledby="receipt-title" className="mt-6">
      <h2 id="receipt-title" className="mb-2 text-xl">
        Your receipt
      </h2>
      <p className="mb-3">
        With this code you can come back, see what became of your comment, change it or take it back. We show it only
        now, for ten minutes. If you lose it, nobody can get it back for you, not even us: we do not know who you are.
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
