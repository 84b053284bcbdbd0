// Texts as workers might write them, all made up. In the first list something shows who a person is; in the second
// nothing does, however much it looks like it.

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

export const identifying = lines(`
Ring me on 07700 900123 and I will tell you about the rota.
My number is 07700900456, call after six.
You can reach the branch on 0121 496 0123.
Text 07700-900-789 if you want the minutes.
Phone +44 7700 900321 any evening.
The depot is on 01632 960 001, ask for nights.
Call me, 0044 7700 900654.
Office (01632) 960123 knows about it.
WhatsApp me on +447700900111 please.
020 7946 0018 is the number of the yard.
Write to bus.driver72@example.com for the photos.
My e-mail is jan_k@example.org.uk and I will send them.
carer-nights@mail.example.net has the full list.
Send it to me at picker99 at example dot com.
j.smith (at) example (dot) org will find me.
E-mail shiftworker+rota@example.co.uk.
I posted it all as @nightshift_nora last week.
Find me: @truckerbob72.
We put the pictures up under @DepotWatch on there.
My NI number is QQ 12 34 56 C if you want to check.
They printed AB123456D on my badge for all to see.
It said JG 10 37 59 A on the payslip.
My insurance number, SX-12-34-56-B, was on the wall.
I live in B12 9QT and walk in.
We are at TR15 2AB and there is no bus.
The flat is in wn1 3xy, by the mill.
SW1A 2AA is nowhere near where I work, B70 7RT is.
Come to me at 14 Acacia Avenue and see the lorries.
I live at 7 Mill Lane, right by the gate.
We are at 112 Old Station Road next to the depot.
Number 23 Chapel Street is where I lodge.
My staff number is 448291, look it up.
Payroll no. 77123, you will see the hours.
Employee ID: A10442.
My union number 5530912 proves that I am a member.
Badge number 3391 was taken off me.
Driver number 20481 did that route for nine years.
Clock number 1175 never got the overtime.
My membership number is 88120045.
My van, BD51 SMR, has done the round since May.
A lorry with the plate KX19ABC parks on our path.
The car is LV68 TTO if you want to check the cameras.
I was born on 12 March 1974 and started here at sixteen.
DOB 03/11/1968, thirty years in the job.
Date of birth: 1.2.1990.
My birthday is the 4th of July 1981.
born 21/09/1985 in this town and never left
My manager Dave cut the break.
Our supervisor, Sharon, says that we cannot sit.
The boss Mohammed told us in the yard.
My line manager Karen does the rota on a Sunday night.
Our team leader Steve never trained on it.
My husband Piotr does nights at the same place.
My daughter Chloe wants an apprenticeship there.
our rep Julie has all the papers
My mate Gaz got his hand caught.
The depot manager Nigel Whitworth knows all about it.
My colleague Priya was sent home.
The foreman called Terry shouts at the lads.
My wife is called Ewa and she cleans there.
Her partner Kwame drives the same route.
The head Malcolm Teasdale closed the course.
My brother Imran lost his job over it.
The nurse Fatima stayed on for six hours.
My son Callum was turned down twice.
Mr Hargreaves from the office says no each time.
Mrs Okafor runs the kitchen and she is right.
Ms Patel in wages will tell you.
Dr Whitcombe signed me off for it.
Miss Lockwood in class two has no help at all.
Mr. Brzezinski has been there the longest.
Ask Cllr Thornley what he promised us.
Professor Adeyemi taught the course that they cut.
Mx Rowntree in the library was told to go.
My name is Linda and I clean the station.
My name’s Suresh, second floor, nights.
I am Sandra from the canteen.
I’m Dave, I drive the 37.
I'm Karen Millward and I said it at the meeting.
This is Trevor from the yard writing.
Signed, Maureen
Thanks, Bob
Regards, Yasmin Hussain
Ask for Wendy at the gate.
A man called Keith was crushed by that door.
A lad named Ryan walked out on his first day.
Joanne Entwistle was promised a contract.
I heard it from Gareth Pugh himself.
It was Shabana Mirza who found the leak.
Sean Gallagher worked there for twenty years.
They told Patricia Holroyd that it was her fault.
Robert Fairclough signs all the timesheets.
Between us, Vikram Desai made that up.
Everybody knows that Tracey Ogden does all the work.
I am the only woman in the paint shop.
I'm the only welder left on the site.
As the only nurse on the ward at night I cannot leave.
I am the only one who can work the crane.
She is the only apprentice in the whole shop.
The only black driver at the depot is me.
I was the only female engineer in the building.
He is the only deaf porter there.
The only carer on the islands at weekends is me.
I’m the oldest picker on the belt.
I am the youngest operator on nights.
I'm the longest-serving cleaner in the school.
As the sole electrician I am called out each night.
The only signaller at that box is off sick.
I am the only librarian in town now.
The only chef there left in June, that was me.
I am the depot manager at the north garage.
I'm the head chef at the hotel by the station.
As deputy matron of the home I see it all.
I am the branch secretary of the council branch.
I was the catering manager for the hospital.
I am their caretaker, and nobody asked me.
I’m the shop steward at the biscuit works.
As head porter at the infirmary I say no.
I am acting supervisor on the night belt.
I'm the harbour master in a small port.
She is the headteacher of the village school.
I was chief steward on that ferry.
`);

export const harmless = lines(`
The first bus from Dudley gets in at 05:52, and my shift starts at 05:30.
We work 06:00-14:00 one week and 22:00 to 06:00 the next.
Shifts change at 2pm, 10pm and 6am.
It takes from 4.45am to 6.20am, two buses and a walk.
I start at 0600 and finish at 1830 four days in a row.
A single is £2.50 and a week is £19.
They pay £9.50 an hour, and £11.20 on nights.
Rent went from £450 to £725 a month in six years.
£1,250,000 for a junction and nothing for the bus.
The scheme cost £07 million more than they said.
We were promised £20,000 for the hall.
The A38 is shut each night and lorries come past us.
Jam on the M6 between J8 and J10 every day.
The B4100 has no path, and people walk on it.
A30, A39 and A394 all stop when it rains.
The M5 and the M42 are full by seven.
Routes 11A, 11C and X8 never meet the train.
The 529 to Walsall stops at 22:15.
Bus X51 is on time, the 37 is not.
Take the 74 to West Bromwich and change.
Birmingham, Coventry and Wolverhampton get it all.
In Redruth and Camborne there is one bus an hour.
Wigan has jobs in sheds, Bolton has jobs in shops.
Stoke-on-Trent was left out again.
From St Ives to Truro takes ninety minutes by bus.
King's Lynn has a college and no train to it after ten.
Lincoln, Preston and Chester all have a station.
Scunthorpe makes steel and should go on making it.
Penistone has a market on Thursdays.
Ashton-under-Lyne needs a night tram.
We go from Bury St Edmunds to Ipswich for training.
Newquay, St Austell and Bodmin have no night bus.
In Market Drayton the course closed in 2016.
Great Yarmouth and Lowestoft need the wind farm jobs.
Barrow builds ships and the road to it floods.
The tram from Victoria Station is full.
New Street Station has no lift at that end.
Albert Dock is clean, the estate behind it is not.
George Street is dug up for the third time.
Elizabeth House stands empty while we train in a shed.
Queen Elizabeth Hospital has no bus after nine.
The King George Dock needs crane drivers.
St John's Road has no crossing.
Prince Philip Hospital pays its porters more.
Thomas Street Works closed in 1994.
James Watt College ran a good course.
Alice Holt forest has jobs in the summer.
People in Adam Street wait for the same bus.
Harry Potter tours bring visitors and low pay.
My manager says that there is no money for it.
Our supervisor never asks us.
The boss wants us in on Sundays.
My team leader is new and does her best.
Our rep at work asked for it twice.
My husband works nights in Dudley.
My wife cleans offices in Coventry.
My daughter wants to be an engineer.
My son is at college in Redruth.
My sister in Walsall gets the same bus.
My mate at the other depot says it is the same there.
The nurses in Bolton say the same.
The driver told us that the route goes in March.
Our apprentices leave when they are trained.
A colleague was hurt and no one came.
The owner lives in London and comes in May.
I am a care worker and I love the job.
I'm a bus driver and I start before the buses do.
I am English and my neighbour is Polish, and we want the same.
I'm tired of being told to move to a city.
As a welder I could work on the wind farms.
I work as a cleaner in three schools.
I was a machinist until the works closed.
I am one of forty drivers at the depot.
We are carers, and nobody counts our travel time.
I am in a union and glad of it.
I am a manager and I think they are right.
I'm a shop steward and I hear this every day.
The only bus leaves at six.
The only way to get there is by car.
It is the only college for thirty miles.
The only jobs here are in sheds.
The only reason I stay is my mother.
This is the only part of it that speaks of care.
The only train that helps is the 05:10.
The only thing they asked us was our postcode.
We are not the only ones who feel it.
Training is the only answer.
The only lorry park is full by eight.
The last bus is at ten past nine.
The first train is too late for us.
There are 38 LEPs and not one asked us.
In 2018 there were 1,400 jobs here, in 2019 only 900.
About 65% of us are on zero hours.
0.5% more for skills is not enough.
It is 12.5 miles and there is no path.
The plan says 15,000 homes by 2031.
Page 14, paragraph 3.2 is the one that I mean.
Section 4.1.2 says nothing about pay.
The grant was 07 to 12 March, I think.
100 000 people live here and 30 000 work away.
We asked on 12 March 2019 and heard nothing.
On 4 July the road floods each year.
Unit 7 on the estate is empty, and so is unit 9.
Platform 4 has no ramp.
There are 24 of us on nights and 60 on days.
It needs 3 more staff on each of 2 floors.
A 45-minute wait at minus 2 degrees.
Level 2 and level 3 courses are all that they have.
ISO 9001 and HGV class 1 cost more than I earn in a month.
COVID showed who keeps the lights on.
May is when the fruit starts, and June when it is too hot.
Will it pay the rent? Mark my words, it will not.
Grace and patience we have; buses we need.
April, May and June are busy, and then nothing.
The mayor said so on the radio.
The Chancellor should come and see our canteen.
Councillors talk about it each spring.
Doctors and teachers leave, and who can blame them?
Miss the bus and you lose a day's pay.
Local firms want drivers, and drivers want a toilet.
The Business Board has no worker on it.
Jobs at the airport come with parking fees of £5 a day.
Ask at the gate, and they send you away.
Thanks for asking us at last.
Regards to everyone who keeps the town going.
What use is 5G when the bus comes twice a day?
The gate is open 24/7 and the canteen is not.
`);
