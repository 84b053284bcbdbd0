// Two more corpora, all made up, to see how the rules do on texts that they were not made with. In each first list
// something shows who a person is; in the second nothing does. The first pair was written before the rules were run on
// any of it: precision 0.976, recall 0.455. Then the rules were changed with its misses before us, so it is no measure
// any more. The last pair was written before that change, by the same hand, and run once after it.

const texts = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

export const heldOutIdentifying = texts(`
I've been saying this for years, ask anyone at the home, they'll tell you Bernadette never shuts up about the rota.
If the council wants to know what it's like they can ring me, 07700 900 812, I'm up from four.
My mobile's 07700900234 if anybody on the board fancies doing a night with us.
Got the letter from HR with my NI no on it, QQ123456B, and the wrong hours.
You can get me at the depot before six or on 0113 496 0742 after.
email me on sparky.tel@example.com and I'll send the photos of the board room we cleaned
I'm on insta as @kez_on_nights if you want to see the state of the lay-by.
I'm the only woman on the tools at our place and there's still no ladies'.
There are two of us on the ambulance car out of Shipston and I'm the one with the bad back.
I'm the only Polish speaker on the ward so I do all the interpreting and none of the pay.
As the union convenor at the foundry I signed the letter in March, so they know it's me anyway.
My line manager Gavin Threlfall told us there'd be no pay rise till the strategy was out.
Jatinder who runs the loading bay said he'd sack anyone who talked.
Ask for Big Malc in the paint shop, he has the figures.
My lad Kieran did the apprenticeship at the same works and they let him go the week it ended.
Mrs Ogunleye on the till next to me has the same trouble.
The boss, a Mr Pickersgill, wouldn't let us off for the consultation evening.
Dr Anand at our surgery says half her patients are off with their backs from that warehouse.
I live at 48 Wharncliffe Road and I can hear the lorries from 4am.
We're at 3a Bobbin Lane, over the chip shop, and there's no bus after seven.
My postcode is DY4 7LP and the bus stop got taken away.
I'm in WV10 6TQ so tell me how I get to Coventry for six.
Driver no 30417 here, twenty-two years on the 74.
Employee number 0098213, you can check I did the doubles.
My clock card is 5521 and it says I was there when they say I wasn't.
I drive the white Transit, reg FN66 KYO, you'll have seen it outside the college.
born 14.06.62, left school at sixteen, been at the same bench ever since
I turned 61 on the 3rd of February and I've done forty-four years at Hargreaves' dye works, longest of anybody.
I'm the caretaker at St Oswin's primary, and I open up, lock up, grit and plumb for nineteen hours' pay.
I was the last apprentice they ever took on at the pattern shop.
I'm head of the maintenance crew at the swimming baths and I told them the roof would go.
I run the only forge left in the village so you'll know who this is.
I'm the receptionist at the vets on the square, the one in the wheelchair.
As the night porter at the Grand I see every train that doesn't run.
I'm the youngest train driver at our depot and the first from our estate.
I'm the shop steward for the kitchens at the Royal, and we never got asked.
I'm the school cook at the one with forty-one children, up past the reservoir.
Kelly-Ann and me do the whole of the top floor between us, thirty-six residents.
Signed, Desmond Achebe, bus driver and proud of it.
Regards, Tracey W., Tipton
Yours, Mohammed Iqbal Hussain
My name is Agnieszka and I pack salad.
It's Shaun from the wheel shop again. Third time I've written.
They call me Dusty, everyone at the quarry knows me.
My wife Priyanka is a staff nurse at City and she's never once had her break.
Our Darren got a job there through my sister Paulette in the office.
My husband's the vicar here so I hear what people need.
I had my accident on 12 August 2017 on line four and it was in the Express and Star with my picture.
I won the tribunal against them in 2016, the only one who ever has.
The gaffer's brother in law Steve Mottram got the contract, everybody knows.
Our supervisor Kasia lets us swap shifts but the agency won't.
Text Jo on 07700 900111 about the lift share.
WhatsApp the group admin +44 7700 900 945 if you need a lift to the night shift.
I put my details on the form at the library: r.dhillon@example.org.
Reach me at wayne dot porter at example dot com.
Write to me care of the Miners' Arms, 9 Colliery Row, and they'll pass it on.
My payslip has HB 55 01 23 C on it and still they say I don't work there.
I've got the badge, number 71184, to prove I was on the gate that night.
I'm the deaf lad on the picking line at the big shed, so they can't say it wasn't me.
There's one black manager in the whole of the trust in our county and you're reading her.
I am secretary of the Trades Council so my name is on the website.
I'm the one who wrote to the Chronicle about the toilets for the drivers.
Only three people do what I do at the lab and the other two are on the project board.
My twin and I both drive for the same firm and there's no other twins there.
I was the Remploy rep until they shut it, you can look me up.
I'm the harbour pilot, so when I say the channel needs dredging I know.
The lollipop lady on Union Street, that's me, and I say the crossing is not safe.
Me and Ravinder from dispatch both asked for day release. Only his was turned down.
Cllr Whitcombe came to our canteen and promised us a bus by Christmas.
I had a baby in January and was back on the line in March, the only one who ever did that there.
Our plant manager, Herr Vogel, has gone back to Stuttgart and nobody tells us a thing.
I teach Year 6 at the Catholic school in Brierley, I'm the Year 6 teacher that got suspended.
Ask at number 17, Gasworks Terrace, they know me.
My daughter Aaliyah is at the college doing level three and pays nine quid a day on trains.
I'm Theresa, I'm a home carer, I do fourteen visits a day on foot.
Hi, Baz here, forklift, thirty years.
My staff ID is TX99812 and I'd like somebody to look at why I was moved off days.
I'm sixty-seven and still a postwoman on the Isle, there's only me does the north end now.
I did the eulogy for the man who died at our works last June, so they all know where I stand.
Please keep it between us but I sit on the LEP's skills panel as the college nominee.
I'm the signaller at the box by the level crossing and I work it alone.
My mum, Doreen Ashworth, was a mill girl and she'd laugh at all this.
Contact: p_sweeney77@example.net
My number's oh seven seven double oh, nine hundred, three two one.
I'm a transgender woman in a yard of sixty men so you can guess who.
I founded the food bank at the temple on Foleshill Road.
The HR director Samantha Byrne-Hale said we weren't stakeholders.
I'm the Unite rep for the bus garage at Miles Platting, been doing it since 2009.
`);

export const heldOutHarmless = texts(`
I start at 05:40 at the Amazon shed off the A38 and the first 63 gets in at ten past six, so I pay £9 for a cab.
We finish at ten at night and the last bus is 21:52. You do the sum.
They moved us from St Helens to Haydock with no extra money for the travel.
I earn £8.21 an hour, and £8.21 an hour does not get you a house in Truro.
The M6 between junction 8 and 10 is a car park from half six, every day God sends.
The B4100 floods by the garden centre and then everybody comes past the school.
I've worked in care for nineteen years, in Walsall mostly, and the pay has gone up about two pound in that time.
I clean three schools and a dentist's. Nobody asked what training I want.
Stoke-on-Trent gets one line in the whole thing and it is about pottery.
My mum has dementia and I had to go part time, there's no day centre anywhere near Bodmin.
I'm on zero hours, which means they text me at five to tell me if I'm in at six.
It's £3.70 return from Dudley Port to New Street and that's half an hour's wage.
My son wants to be an electrician and there isn't a college course between here and Exeter.
Would the Oldham line tram be running when the night shift comes off? Because it isn't now.
I work in a hospital laundry. We wash everything for the Royal and two others and nobody sees us.
There's forty of us on the line and four on proper contracts.
I've been a bus driver since 1998 and I have never seen it this bad.
Trains from Ashton are two carriages when they used to be four.
I have worked nights for eleven years and it's ruining me, but days pay 18% less.
My nan worked at Longbridge, my dad worked at Longbridge, and I work in a shop on the land where it was.
Fifteen thousand homes and not one new doctor's, that's what I read on page 31.
We want the lorries off Wellington Road by 2022 and a proper lorry park with showers.
As a dinner lady I see kids who don't get another hot meal till the next day.
My shift pattern is four on four off, 6 till 6, and no nursery opens before half seven.
The training's all in Manchester. I'm in Wigan. The Wigan bus costs £5 and takes an hour.
I was made redundant by the steelworks and did my HGV, which cost me £2,400 of my own.
Charlotte Street car park costs £14 a day and that is the only place to leave a car.
King's Cross is closer in time to Leeds than Whitby is.
Victoria station has no lift on platform 5 and I push a trolley for a living.
I agree with paragraph 4 about broadband, up here it's 1.5 megabits if it doesn't rain.
I don't see myself in this. It is all graphene and space and I stack shelves.
The Black Country was making things before anyone wrote a strategy about it.
I want my union to be asked. That's it.
They talk of 1,200 jobs at the airport but they're agency, and they were agency last time.
Penzance to Newquay by bus is two hours ten for a forty-minute drive.
In the summer I do 60 hours a week, in the winter I'm on Universal Credit.
Living wage, real one, £9.00 then, not this £7.83 business.
I work for a subcontractor of a subcontractor of the council.
What about us in logistics? Somebody brings you your parcel at 9pm.
The tram stops at 12:30 and the kitchen shuts at one, so I sleep on a chair.
Nursery costs £54 a day and I bring home £61.
Our depot has 70 drivers and two toilets.
I'm a teaching assistant. The strategy says skills thirty-four times and assistants never.
Level 3 in adult care should be free, end of.
When the Hinkley money came they put the minibus on, so it can be done.
I work at the university, but I'm a porter, not one of the clever ones.
Electric buses, yes, but who trains the fitters?
Camborne needs a station car park more than it needs another visitor centre.
They shut the Jobcentre in 2017 and the next is 11 miles away.
My firm won the contract by being cheapest and I'm how they're cheapest.
You get £120 a week as an apprentice and the bus pass is £62 a month.
I'm a night care worker in Redruth and I'd like to sit down and eat, that's all.
There's nothing here about farm workers, and we're what the county runs on.
Sunday trains to Falmouth start at 10:40 and church isn't why I'm going.
On the A30 near Carland Cross you can add twenty minutes any morning.
I'm 58 and they want me to retrain. Into what, and who pays the mortgage?
Please think about women on shifts: lighting, taxis, loos.
I voted for the mayor because he said buses. I'm still waiting for the bus.
It says 90% of businesses were asked. How many cleaners?
I was in manufacturing, then call centres, then delivery, and each one paid less.
My hands are gone from thirty years of the same machine.
I look after eight flats over four visits and I pay my own petrol at 12p a mile.
Skills bootcamps are on Tuesdays at 2pm. I'm at work at 2pm on Tuesdays.
The 51 goes past the hospital but not into it, and it's 600 yards up a hill.
Half the lads on our site are self-employed because they have to be.
It took 1 hour 55 from Heywood to Trafford Park on the 17 and the 250.
Our tea room's been turned into a store, so I have my break in the car.
Nothing on page 12 or 13 says who pays for it.
When we were under Remploy we had good work. Now there isn't any for people like my brother.
Cornwall's wages are 17% under England's and our houses aren't.
I'd come off the agency tomorrow if somebody offered me 37 hours.
They need 4,000 more carers by 2030 and they're losing us to Aldi.
No one on the Local Enterprise Partnership board has ever used the 11X.
I'd sooner have a decent bus than driverless cars.
Pay us for the time between calls. That's the whole of my comment.
Andy Burnham said the buses would come back under control, so get on with it.
The mayor, Andy Street, talks about HS2, and I want the number 9 to turn up.
The kids at Queen Elizabeth's get the trips and the ones at our school don't.
Isambard Kingdom Brunel built that bridge faster than you'll build this cycle path.
George Street and Albert Road are both dug up again, so the 82 is diverted till May.
Jaguar Land Rover sneezes and all of Castle Bromwich catches a cold.
Marks and Spencer going was the end of the High Street, and Debenhams was the last nail.
Will there be jobs for people with no English yet? My neighbours want to work.
A girl on our floor fainted and they gave her a written warning.
The only training we get is a video about lifting.
I was the first in my family to go to college and I'm in the same warehouse as my dad.
It is not only the young ones who need apprenticeships.
Parking at Treliske costs staff more than £400 a year.
I'm a supervisor and I haven't had a supervisor's wage since I started.
My rep said to write this and I'm glad I did.
Sheffield's got the advanced manufacturing thing, Rotherham's got the food banks.
The 2019 plan, the 2014 plan, the 2009 plan: three plans, same bus shelter.
Unit 14 stands empty, Unit 15 stands empty, and they want to build Units 16 to 40.
From Thetford to Norwich it's the A11 or nothing.
Our branch met in the Miners' Welfare and twenty-six came, on a wet Tuesday.
We lost 300 at the biscuit factory, and that's 300 families.
`);

export const lastHeldOutIdentifying = texts(`
Hello, I'm Oluwaseun and I push beds at the General.
My shift leader Bronwen will tell you the same, she's had enough and all.
Ask Shabnam in pay roll, she sees every one of the short weeks.
Our Liam's at the college on Mondays and the rest of the week he's loading.
Text me 07700 900 556 if the minibus idea gets anywhere.
I'm the only signer at the centre so when I'm off the deaf lads get nobody.
I'm the barmaid at the Railway and I've watched that station go downhill.
I am the head gardener at the big house, so you can work it out.
We live at 22 Tannery Close and the bin lorries turn in our drive.
I'm on 0161 496 0311 most evenings.
My mate Tunde got the sack for saying less than this.
The manager, Mr Featherstonehaugh, put a notice up about talking to councillors.
I was the first woman on the furnace, in 1987, and I'm still here.
You'll know who I am, I'm the one who stood up at the town hall.
My mail is nightowl.picker@example.com, happy to talk.
Payroll number 448120, look at week 32.
I'm one of the two lighthouse engineers left on this coast.
Cheers, Marek, forklift driver
It's Jacqui again from the nursery, we're down to three staff.
My husband Rhodri works on the same farm and he won't sign anything.
I'm the union secretary at the brewery so they'll guess.
Born 2.11.71 and never out of work till the pit props yard shut.
Dr Mbeki at the practice wrote me a sick note for my wrists.
I drive the library van, there's only the one.
My NI is PX 12 34 57 D and the agency have it wrong.
My daughter Imogen works the Saturday there and she's sixteen.
I'm the pharmacist in the village, so careful what you publish.
Sent from the phone of Gwendoline Pryce.
You can find me at 5 Slate Row, second door, ask for Wyn.
I'm the Filipino nurse on nights, ward six, there's just me.
Me and Kofi do the whole of the chilled aisle between us.
My reg is MT18 KLD and I park by the bins because there's nowhere else.
I used to be the stationmaster at Kidwell before they took the staff off.
The foreman Terrence reckons we'll be shut by spring.
I'm that lad off the news who got stuck in the baler.
Add me on telegram, @shed_4_steve.
They only have one lollipop man and I am he.
We're the twins from the bakery and we both want day release.
My employee no. is 0071182, check the overtime.
My gran, Ivy Postlethwaite, was on that line in the war.
`);

export const lastHeldOutHarmless = texts(`
The 6:04 from Smethwick Galton Bridge is two coaches and there's sixty of us for it.
I've been a carer for twelve years and I still get £8.72.
If they do up Lister Street can they put a crossing in by the clinic.
A mate of mine went to Rotterdam to weld and he's on double.
In Barrow the yard is everything, and when it sneezes we all get flu.
We need a nursery that opens at 6 and shuts at 8, that's my only ask.
The A46 by Evesham is not a road, it's a queue.
Four trains an hour to London and one every two to Worksop.
I'm a bus cleaner. We start at midnight, when the last ones come in.
My lot are on 0 hours, 12 hours, 16 hours, nobody is on 37.
I read it twice and I can't find the word wage.
They closed the Stanley Works, the Victoria Works and the Albion Works and called it regeneration.
Apprentices get £4.15 an hour and the college is two buses away.
When my wife was ill the agency dropped me by text.
The port wants 3,000 people by 2027 and there's no bus to the port.
I'd like evening classes. In Thame, not in Oxford.
Warehouse on junction 23, no pavement, no lights, no stop.
I think the Mayor means well.
Whoever wrote page 44 has never changed a nappy for money.
I'm a fitter, I'm fifty-two, and I can learn a heat pump if you'll pay my week.
Sunday to Thursday, ten till six, nights, and not one cash machine that works.
Harrogate gets the conference centre, Selby gets the lorries.
The cheapest flat is £640 a month and I clear £1,180.
As a steward you hear it all, and what I hear is rent.
It's 2.4 miles along an unlit B road, I've measured it.
Our ward is eight short on a good day.
The Queen Mary wing has a gym for managers.
Nobody on a forklift was in the photo of the launch.
My brother drives a bin wagon and he says the same.
There should be someone from the shop floor on that board.
We make 1.2 million sandwiches a week, and eat ours standing up.
Level crossing down for 22 minutes every hour, so we are late and docked.
Please, no more hubs.
I was out of work for 14 months after the hangar closed.
Bus passes for apprentices: Manchester did it, so can Suffolk.
They should talk to the farm gangs in Wisbech, in their own languages.
Give the care homes the money, not the consultants.
It's not just the young. At 60 I'd go on a course if it was after my shift.
The last question on your form was better than the whole plan.
Pay the Living Wage on every contract, starting with the mayor's own office.
Three of us share a car from Corby, £15 a week each.
I can't get to Scunthorpe for six and I can't live on what starts at nine.
Half of Great Yarmouth works on the front in August and on nothing in January.
If you build at Junction 10 put a bus lane in first.
My son did everything right, level 3, and he's in the same shed as me.
`);
