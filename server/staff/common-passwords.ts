/**
 * The passwords that guessing programs try first, and words that people of a British school reach for. Compared after
 * `weak-passwords.ts` has taken digits and signs off both ends and undone the usual letter swaps, so "P4ssw0rd2024!"
 * is found by "password". A short list with rules finds more than a long list without.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  12345678 123456789 1234567890 87654321 987654321 0987654321 11111111 00000000 12341234 11223344 12121212 123123123
  112233 123321123 147258369 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 q1w2e3r4 zaq12wsx a1b2c3d4 abc12345 abcd1234
  qwer1234 asdf1234 zxcv1234 pass1234 test1234 admin123 qwerty123 password1 iloveyou1 01012000 01234567 31415926
  password passwort motdepasse contrasena passcode passphrase mypassword newpassword thepassword yourpassword
  passwordpassword passw passwd changeme changeit changethis letmein letmeinnow letmeinplease openup opensesame
  welcome welcometo welcomeback welcomehome default temporary temppassword secret secrets topsecret mysecret
  nopassword nothing whatever anything something unknown example sample testing testtest tester
  admin administrator adminadmin superuser supervisor manager master masterkey access computer internet network
  server system security login logmein guest user username account email
  qwerty qwertyuiop qwertyui qwertz azerty asdfgh asdfghjk asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc
  qweasd qweasdzxc poiuytrewq lkjhgfdsa mnbvcxz abcdef abcdefgh abcdefghi abcdefghij abcabc abcabcabc
  iloveyou iloveu ilovehim iloveher ilovemykids ilovemyfamily ilovejesus lovelove loveyou loveme mylove
  truelove sweetheart darling babygirl babyboy princess prince queen beautiful gorgeous angel angels butterfly
  sunshine rainbow flower flowers blossom summer summertime autumn winter spring christmas easter holiday holidays
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december birthday happybirthday forever forevermore friends friendship family mummy mummydaddy
  daddy mother father grandma grandad nanny sister brother children teacher teachers teaching headteacher headmaster
  headmistress classroom school schools myschool primary secondary nursery reception academy college education
  learning lesson lessons homework playground assembly staffroom safeguarding safeguard cpoms myconcern heed
  liverpool arsenal chelsea everton tottenham spurs manchester manchesterunited manunited manutd mancity westham
  newcastle sunderland leeds leedsunited rangers celtic villa astonvilla wolves football footballer rugby cricket
  tennis baseball basketball hockey golf golfer soccer united
  london england britain scotland wales ireland cardiff edinburgh glasgow birmingham yorkshire cornwall
  monkey dragon tigger tiger panther lion shadow buster charlie bailey poppy molly daisy bella lucy luna rosie
  oscar alfie teddy rocky smokey ginger pepper pumpkin cookie biscuit chocolate cupcake cheese banana orange apple
  peaches cherry strawberry pineapple coffee teatime
  pokemon pikachu minecraft fortnite roblox superman batman spiderman starwars skywalker hogwarts harrypotter potter
  gandalf matrix trustno freedom liberty whatsapp facebook google youtube instagram samsung iphone nokia microsoft
  windows android amazon
  michael michelle jennifer jessica ashley amanda daniel jordan joshua matthew andrew robert thomas william george
  hannah nicole samantha elizabeth victoria charlotte sophie emily olivia jasmine alexander anthony benjamin
  mustang corvette ferrari porsche mercedes harley killer hunter ranger soldier cowboy pirate ninja wizard warrior
  metallica nirvana guitar music dancing dancer singing hello hellohello helloworld goodbye goodmorning
  correcthorsebatterystaple
  `
    .trim()
    .split(/\s+/),
);
