import { paths } from "@/lib/routes";

const links = [
  { href: paths.credits, label: "Sources" },
  { href: paths.rules, label: "Rules for comments" },
  { href: paths.privacy, label: "Privacy and safety" },
  { href: paths.cookies, label: "Cookies" },
  { href: paths.complaints, label: "Complain" },
  { href: paths.accessibility, label: "Accessibility" },
  { href: paths.transparency, label: "How we moderate" },
  { href: "/api/v1/openapi.json", label: "Open data" },
];

export function SiteFooter() {
  return (
    <footer className="on-banner mt-12 border-t-[5px] border-gold bg-banner-deep text-on-banner print:hidden">
      <div className="shell py-8">
        <ul className="flex flex-wrap gap-x-8">
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href} className="inline-flex min-h-11 items-center underline underline-offset-4">
                {label}
              </a>
            </li>
          ))}
        </ul>
        <p className="measure mt-4">
          At the Table is for working people and their unions. It is not part of the government, and it belongs to no
          employer.
        </p>
      </div>
    </footer>
  );
}
