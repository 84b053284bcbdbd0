import { drillOpinion } from "./opinion";
console.log(drillOpinion(100));
