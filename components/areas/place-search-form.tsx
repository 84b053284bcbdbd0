import { Button } from "@/components/ui/button";
import { paths } from "@/lib/routes";

type Props = { defaultValue?: string; hint?: string };

/** Searches for a town by GET, so that results have an address and need no script. */
export function PlaceSearchForm({ defaultValue, hint = "For example, Dudley, Redruth or Abbots Bromley." }: Props) {
  return (
    <search>
      <form action={paths.find} method="get" className="rounded-lg border-2 border-line bg-card p-5 sm:p-6">
        <label htmlFor="field-q" className="block text-xl font-bold">
          Which town, village or district do you work in?
        </label>
        <p id="hint-q" className="mb-3 text-muted">
          {hint} You do not need a postcode.
        </p>
        <div className="flex flex-col gap-3 sm:flex-row">
          <input
            id="field-q"
            name="q"
            type="search"
            defaultValue={defaultValue}
            maxLength={80}
            autoComplete="off"
            spellCheck={false}
            aria-describedby="hint-q"
            className="min-h-12 w-full rounded-md border-2 border-edge bg-paper px-3 py-2 text-xl"
          />
          <Button>Find</Button>
        </div>
      </form>
    </search>
  );
}
