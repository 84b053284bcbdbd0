import { formatDay } from "@/lib/dates";
import type { PersonalData } from "@/lib/people/privacy/personal-data.queries";

/** An account's address, roles and follows. */
export function AccountSection({ email, label, grants, sessions, follows }: NonNullable<PersonalData["account"]>) {
  return (
    <section aria-labelledby="account">
      <h2 id="account" className="mb-3 text-2xl">
        Your account
      </h2>
      <dl>
        <Fact name="Email address (we store it locked)">{email ?? "none"}</Fact>
        {label && <Fact name="Your name for colleagues">{label}</Fact>}
        {grants.map(({ role, bodyId, unionId, grantedAt, lastDay, endedAt }) => (
          <Fact key={`${role} ${bodyId} ${unionId} ${grantedAt.toISOString()}`} name="A role">
            {[role.replaceAll("_", " "), bodyId, unionId].filter(Boolean).join(", ")}, from {formatDay(grantedAt)}
            {endedAt ? ` to ${formatDay(endedAt)}` : lastDay && ` to ${formatDay(lastDay)}`}
          </Fact>
        ))}
        <Fact name="Strategies and sections you follow">{follows.length}</Fact>
        <Fact name="Where you are signed in">
          {sessions.length === 1 ? "here" : `here, and ${sessions.length - 1} more`}
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="border-line border-t py-3">
      <dt className="font-semibold">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
