import { subjects } from "@/lib/areas/subject.rules";
import { paths } from "@/lib/routes";

/** The same page on one subject only, for those who sit beside the LEP. `current`: the one that is being read. */
export function SubjectLinks({ slug, current = null }: { slug: string; current?: string | null }) {
  const all = [{ id: null, name: "Every subject" }, ...subjects];
  return (
    <nav aria-label="One subject" className="my-4 print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {all.map(({ id, name }) => (
          <li key={id}>
            {id === current ? (
              <span aria-current="page" className="inline-flex min-h-11 items-center font-semibold">
                {name}
              </span>
            ) : (
              <a
                className="link inline-flex min-h-11 items-center"
                href={id ? paths.lepSubject(slug, id) : paths.lep(slug)}
              >
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
