import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireRole } from "@/lib/auth/require-person";
import { listFactorResets } from "@/lib/auth/second-factors/factor-reset.queries";
import { countLabel } from "@/lib/numbers";
import { countComplaints } from "@/lib/people/complaints/complaint.queries";
import { listAreaStaffing } from "@/lib/people/role-holder.queries";
import { paths } from "@/lib/routes";
import { countOpenCorrections } from "@/lib/strategies/facts/fact-correction.queries";

export const metadata: Metadata = { title: "Running the service" };

/** The start page of admins: what waits for them, and links to the rest. */
export default async function AdminPage() {
  const person = await requireRole("admin", paths.admin);
  const [{ open, overdue }, resets, areas, corrections] = await Promise.all([
    countComplaints(),
    listFactorResets(person),
    listAreaStaffing(person),
    countOpenCorrections(),
  ]);
  const shortAreas = areas.filter(({ isEnough }) => !isEnough).length;
  const toConfirm = resets.filter(({ canConfirm }) => canConfirm).length;
  return (
    <Page title="Running the service" lead="What needs an admin, and other pages.">
      <ul>
        {[
          {
            href: paths.adminComplaints,
            label: "Complaints",
            now: `${open === 0 ? "Nothing" : `${countLabel(open, "complaint")} to answer`}${overdue ? `, ${overdue} too late` : ""}.`,
          },
          {
            href: paths.adminCorrections,
            label: "Corrections of facts",
            now: corrections ? `${countLabel(corrections, "correction")} to check.` : "Nothing to check.",
          },
          {
            href: paths.people,
            label: "People and roles",
            now: shortAreas ? `${countLabel(shortAreas, "area")} without enough reps.` : "Every area has enough reps.",
          },
          {
            href: paths.lostFactors,
            label: "Lost second steps",
            now: toConfirm ? `${toConfirm} for you to confirm.` : "Nothing is waiting for you.",
          },
          {
            href: paths.originals,
            label: "Sealed originals",
            now: "Two people must agree before one is unlocked.",
          },
          {
            href: paths.officerStrategies,
            label: "Strategies",
            now: "Publish, check as a second person, close, archive.",
          },
          {
            href: paths.moderationModes,
            label: "When reps read comments",
            now: "Before or after they are published, for each strategy.",
          },
          { href: paths.bodies, label: "Bodies", now: "LEPs, councils and authorities, and kinds of strategy." },
        ].map(({ href, label, now }) => (
          <li key={href} className="border-line border-t py-3">
            <TextLink className="text-xl" href={href}>
              {label}
            </TextLink>
            <p>{now}</p>
          </li>
        ))}
      </ul>
      <p className="mt-8">
        Use the command line for the first admin, keys, backups and checks. See the operating guide.
      </p>
    </Page>
  );
}
