/** A subject with its own view of a LEP's page, limited to its themes, for bodies that work on that subject. */
export type Subject = {
  /** The last part of its address: /leps/SLUG/skills. */
  id: string;
  name: string;
  /** Completes "What working people say about …". */
  about: string;
  /** Theme ids, the most central first. */
  themes: string[];
  /** Ids of its sector groups; null when it concerns all work. */
  sectors: string[] | null;
  /** The bodies it is meant for. */
  serves: string[];
};

export const subjects: readonly Subject[] = [
  {
    id: "skills",
    name: "Skills",
    about: "skills and training",
    themes: ["skills", "young-workers", "automation", "job-loss"],
    sectors: null,
    serves: ["Skills Advisory Panel", "Digital Skills Partnership", "National Retraining Scheme"],
  },
  {
    id: "transport",
    name: "Transport",
    about: "getting to work",
    themes: ["transport-to-work", "future-mobility", "rural-coastal"],
    sectors: ["transport"],
    serves: ["Transforming Cities Fund", "Local transport board"],
  },
  {
    id: "schools",
    name: "Schools and childcare",
    about: "schools, childcare and young people",
    themes: ["childcare-care", "young-workers", "public-services"],
    sectors: ["schools"],
    serves: ["Schools and colleges", "Careers hub", "Children’s services"],
  },
  {
    id: "foundational-economy",
    name: "The foundational economy",
    about: "the work that everybody lives by every day",
    themes: [
      "public-services",
      "childcare-care",
      "procurement",
      "pay",
      "hours-contracts",
      "ageing-society",
      "town-centres",
    ],
    sectors: ["care", "shops", "hospitality", "services", "schools", "transport", "land", "government"],
    serves: ["Anchor institutions", "Public buyers", "Health and care boards"],
  },
];

/** The subject with this id, or null. */
export const findSubject = (id: string): Subject | null => subjects.find((subject) => subject.id === id) ?? null;
