import Markup

/// A quiet line on every page of a house whose complaints are invented, so that nobody takes them for real.
struct SampleBanner: Component {
    let words: String

    var html: HTML { p(.class("sample")) { words } }
}
