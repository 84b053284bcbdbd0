import { type Mandate, mandateFacts } from "@/lib/unions/responses/mandate.rules";

/** The mandate of a collective response. */
export function MandateFacts({ mandate }: { mandate: Mandate }) {
  return (
    <dl className="mb-8">
      {mandateFacts(mandate).map(([name, value]) => (
        <div key={name} className="border-line border-t py-3 sm:grid sm:grid-cols-[14rem_1fr] sm:gap-4">
          <dt className="font-semibold">{name}</dt>
          <dd className="whitespace-pre-wrap break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
