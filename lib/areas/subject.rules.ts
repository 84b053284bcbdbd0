/** A view of one subject, for those who sit beside the LEP and care for it: the same page, fewer themes. */
export type Subject = {
  /** Its address: /leps/SLUG/skills. */
  id: string;
  name: string;
  /** What it is about, to follow "What working people say about". */
  about: string;
  /** Ids of themes, those that the subject is first. */
  themes: string[];
  /** The sector groups that it is about, by id; null where it is about all work. */
  sectors: string[] | null;
  /** Whom it serves. */
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

/** The subject at this address; null when there is none. */
export const findSubject = (id: string): Subject | null => subjects.find((subject) => subject.id === id) ?? null;
