import { LeaveButton } from "@/components/layout/leave-button";
import { homePathFor } from "@/lib/auth/sign-in.rules";
import { roleNames } from "@/lib/people/grant.rules";
import { paths } from "@/lib/routes";
import type { Role } from "@/prisma/generated/enums";

const links = [
  { href: paths.find, label: "Find your strategy" },
  { href: paths.strategies, label: "Strategies" },
  { href: paths.leps, label: "LEPs" },
  { href: paths.unions, label: "For unions" },
  { href: paths.my, label: "My comments" },
];

const itemClasses = "inline-flex min-h-11 items-center underline-offset-4 hover:underline";

type Props = {
  /** Who the page is made for: somebody with these roles, none for a participant; somebody half-way in; or everybody. */
  person: { roles: Role[] } | "half-way" | "everybody";
};

/**
 * The same for all on a page for everybody, so that it can be cached: there header.js shows people who are signed in
 * the way to their work, and out. The first bar, with the button to leave, stays in view. On a narrow screen the links are
 * behind a menu that opens without a script, so that the header has two rows whoever is signed in.
 */
export function SiteHeader({ person }: Props) {
  return (
    <>
      <header className="on-banner sticky top-0 z-10 bg-banner text-on-banner print:static print:bg-card print:text-ink">
        <div className="shell flex items-center justify-between gap-4 py-1.5">
          <a
            href={paths.home}
            className="flex min-h-11 items-center gap-2.5 text-xl font-bold whitespace-nowrap no-underline"
          >
            <Logo />
            At the Table
          </a>
          <div className="print:hidden">
            <LeaveButton />
          </div>
        </div>
      </header>
      <nav
        aria-label="Main"
        className="on-banner border-b-[5px] border-gold bg-banner-deep text-on-banner print:hidden"
      >
        <div className="shell flex flex-wrap items-center justify-between gap-x-8">
          <details className="open:basis-full lg:hidden">
            <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-semibold">
              <MenuMark />
              Menu
            </summary>
            <ul className="pb-2">
              <Links />
            </ul>
          </details>
          <ul className="hidden gap-x-8 lg:flex">
            <Links />
          </ul>
          {typeof person === "object" ? (
            <SignedIn roles={person.roles} />
          ) : (
            <div id="account">
              <a href={paths.yourWork} className={itemClasses}>
                Your work or sign in
              </a>
            </div>
          )}
          {/* React cannot hydrate a template, and the second step hydrates */}
          {person === "everybody" && (
            <template id="account-signed-in">
              <SignedIn roles={null} />
            </template>
          )}
        </div>
      </nav>
    </>
  );
}

const Links = () =>
  links.map(({ href, label }) => (
    <li key={href}>
      <a href={href} className={itemClasses}>
        {label}
      </a>
    </li>
  ));

/** @param roles of the person; null where the page does not know who it is */
function SignedIn({ roles }: { roles: Role[] | null }) {
  const isParticipant = roles?.length === 0;
  return (
    <div className="flex flex-wrap items-center gap-x-4 sm:gap-x-5" data-signed-in="">
      <span className="max-w-28 truncate max-[24rem]:sr-only sm:max-w-none">
        {roles?.length ? roles.map((role) => roleNames[role]).join(", ") : "Signed in"}
      </span>
      {!isParticipant && (
        <a href={roles ? homePathFor(roles) : paths.yourWork} className={itemClasses}>
          Your work
        </a>
      )}
      <form action={paths.signOut} method="post">
        <button
          type="submit"
          className="my-1 min-h-11 cursor-pointer rounded-md border border-current px-3 underline-offset-4 hover:underline"
        >
          Sign out
        </button>
      </form>
    </div>
  );
}

function MenuMark() {
  return (
    <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true" focusable="false">
      <path d="M1 3h14M1 8h14M1 13h14" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}

/** People round a table, one seat lit. */
function Logo() {
  return (
    <svg viewBox="0 0 32 32" className="hidden size-8 shrink-0 min-[23rem]:block" aria-hidden="true" focusable="false">
      <ellipse cx="16" cy="17" rx="9" ry="6" fill="none" stroke="currentColor" strokeWidth="2.5" />
      <g fill="currentColor">
        <circle cx="5" cy="10" r="3" />
        <circle cx="27" cy="10" r="3" />
        <circle cx="5" cy="25" r="3" />
        <circle cx="27" cy="25" r="3" />
        <circle cx="16" cy="5" r="3" />
      </g>
      <circle cx="16" cy="28.5" r="3.5" fill="#f4b63f" />
    </svg>
  );
}
