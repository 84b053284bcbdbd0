import { locationText } from "@/lib/areas/place.rules";
import { paths } from "@/lib/routes";

type Place = { name: string; districtId: string; district: string; county: string | null; region: string };

/** Places to choose from, each with a link to its district. */
export function PlaceList({ places }: { places: Place[] }) {
  return (
    <ul className="my-4 border-b border-line">
      {places.map((place) => (
        <li key={`${place.name} ${place.districtId}`} className="border-t border-line">
          <a
            href={`${paths.find}?district=${place.districtId}`}
            className="group flex min-h-12 flex-wrap items-baseline gap-x-3 py-2.5"
          >
            <span className="link text-xl font-semibold">{place.name}</span>{" "}
            <span className="text-muted">{locationText(place)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
