/** The names of totals in a figure, also used by the API. */
export const anyThemeKey = "any";
export const totalKey = "all";
/** The sector group of people who gave no sector. */
export const notGiven = "not-given";
/** The theme of people who commented only on sections without a foundation. */
export const otherTheme = "other";

/**
 * The groups of SIC sections by which people are counted: wide enough to reach ten people, narrow enough to keep
 * low-paid work and the foundational economy apart.
 */
export const sectorGroups: Record<string, { name: string; sections: string; lowPaid: boolean; foundational: boolean }> =
  {
    care: { name: "NHS and care", sections: "Q", lowPaid: true, foundational: true },
    shops: { name: "Shops, wholesale, garages", sections: "G", lowPaid: true, foundational: true },
    hospitality: { name: "Hotels, pubs, cafes, catering", sections: "I", lowPaid: true, foundational: true },
    support: { name: "Cleaning, security, agency work", sections: "N", lowPaid: true, foundational: false },
    services: {
      name: "Arts, sport, hairdressing, repairs, work in homes",
      sections: "RSTU",
      lowPaid: true,
      foundational: true,
    },
    schools: { name: "Schools, colleges, universities, nurseries", sections: "P", lowPaid: true, foundational: true },
    transport: { name: "Transport, post, warehouses", sections: "H", lowPaid: true, foundational: true },
    land: {
      name: "Farming, fishing, mining, energy, water and waste",
      sections: "ABDE",
      lowPaid: true,
      foundational: true,
    },
    government: { name: "Government and council", sections: "O", lowPaid: false, foundational: true },
    making: { name: "Factories and making things", sections: "C", lowPaid: false, foundational: false },
    building: { name: "Building", sections: "F", lowPaid: false, foundational: false },
    offices: { name: "IT, banks, housing, professional work", sections: "JKLM", lowPaid: false, foundational: false },
  };

/** The group of a SIC section or of a division of one ("G47"); not-given if it is null or in no group. */
export function sectorGroupOf(sectorId: string | null): string {
  const section = sectorId?.charAt(0);
  if (!section) return notGiven;
  return Object.entries(sectorGroups).find(([, { sections }]) => sections.includes(section))?.[0] ?? notGiven;
}

/** The placeholder district of people who named a LEP but no district; it belongs to no other LEP. */
export const unknownDistrictId = (lepId: string) => `${notGiven}:${lepId}`;
