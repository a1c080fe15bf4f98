/// Articles of a newspaper that does not exist, in English and in German, sentence by sentence alike in what they tell.
///
/// Made of a few sentences with gaps for a place (`@`) and a thing (`#`), so that two different articles are as like each other as
/// those of one house are.
struct TownNews {
    private static let sentences: [(english: String, german: String)] = [
        (
            "The council of @ met on Monday to speak about the # and put it off again",
            "Der Rat von @ sprach am Montag über # und vertagte es wieder"
        ),
        (
            "Nobody in @ had expected that the # would be closed before the winter",
            "Niemand in @ hatte erwartet, dass # noch vor dem Winter schließt"
        ),
        (
            "A neighbour from @ says that she walks past the # every morning with her dog",
            "Eine Nachbarin aus @ sagt, sie gehe jeden Morgen mit ihrem Hund an # vorbei"
        ),
        (
            "According to the mayor of @ there is no money left for the #",
            "Laut der Bürgermeisterin von @ ist für # kein Geld mehr da"
        ),
        (
            "The # was built when @ was still a village of fishermen",
            "# stand schon, als @ noch ein Dorf von Fischern war"
        ),
        (
            "Two engineers came from @ to measure the # and left without a word",
            "Zwei Ingenieure kamen aus @, vermaßen # und gingen wortlos"
        ),
        (
            "Children from @ painted the # last summer in seven colours",
            "Kinder aus @ malten # im Sommer siebenfarbig an"
        ),
        (
            "It is not known how many people use the # between @ and the coast",
            "Wie viele Menschen # zwischen @ und der Küste nutzen, weiß niemand"
        ),
        (
            "The owner of the # has written a long letter to the people of @",
            "Wem # gehört, der hat den Leuten von @ einen langen Brief geschrieben"
        ),
        (
            "After the storm the # stood under water and so did half of @",
            "Nach dem Sturm stand # unter Wasser, halb @ auch"
        ),
        (
            "Next spring a new # is to open not far from the station of @",
            "Im Frühjahr soll unweit des Bahnhofs von @ ein Ersatz für # öffnen"
        ),
        (
            "An old photograph shows the # with a crowd of guests from @",
            "Ein altes Foto zeigt # mit vielen Gästen aus @"
        ),
        (
            "The society for the # has four hundred members, most of them in @",
            "Der Verein für # hat vierhundert Mitglieder, die meisten in @"
        ),
        ("Whoever wants to see the # should take the first bus to @", "Wer # sehen will, nimmt den ersten Bus nach @"),
        ("In @ they tell the story of the # in three different ways", "In @ erzählt man von # auf drei Arten"),
        ("The court will decide in autumn whether the # belongs to @", "Das Gericht sagt im Herbst, ob # zu @ gehört"),
    ]
    private static let places = [
        "Ansby", "Bellow", "Corrick", "Dunmere", "Elmstead", "Farrow", "Glenholt", "Harbury", "Ilverton", "Jarrow",
        "Kelsham", "Lorne", "Marwick", "Norbeck", "Ossing", "Penrick",
    ]
    private static let things: [(english: String, german: String)] = [
        ("ferry", "die Fähre"), ("lighthouse", "der Leuchtturm"), ("market hall", "die Markthalle"),
        ("library", "die Bücherei"), ("rope bridge", "die Seilbrücke"), ("salt mill", "die Salzmühle"),
        ("theatre", "das Theater"), ("tram depot", "das Straßenbahndepot"), ("orchard", "der Obstgarten"),
        ("observatory", "die Sternwarte"), ("swimming bath", "das Schwimmbad"), ("clock tower", "der Uhrturm"),
        ("cannery", "die Konservenfabrik"), ("fish market", "der Fischmarkt"), ("quarry", "der Steinbruch"),
        ("museum of knots", "das Knotenmuseum"),
    ]

    let english: [String]
    let german: [String]

    /// - Parameter count: How many sentences, of about fifteen words each.
    init(sentences count: Int, _ random: inout some RandomNumberGenerator) {
        var (english, german) = ([String](), [String]())
        for _ in 0..<count {
            let sentence = Self.sentences.randomElement(using: &random)!
            let place = Self.places.randomElement(using: &random)!
            let thing = Self.things.randomElement(using: &random)!
            // Numbers make the articles of a house differ.
            let number = Int.random(in: 2...999, using: &random)
            english.append(Self.fill(sentence.english, place, thing.english) + " for the \(number)th time.")
            german.append(Self.fill(sentence.german, place, thing.german) + " zum \(number). Mal.")
        }
        (self.english, self.german) = (english, german)
    }

    private static func fill(_ sentence: String, _ place: String, _ thing: String) -> String {
        sentence.split(separator: " ", omittingEmptySubsequences: false).map { word in
            word.replacing("@", with: place).replacing("#", with: thing)
        }.joined(separator: " ")
    }
}
