//! Can every fact be written as its place and read back?

use super::*;

#[test]
fn every_place_is_written_and_read() {
    for &fact in Fact::ALL {
        assert_eq!(fact.as_str().parse(), Ok(fact));
    }
    let places = [Fact::Regulated, Fact::Incumbent, Fact::ProductAttention, Fact::Interim(Role::Cpo)];
    let written =
        ["organization.regulated", "incumbent", "proposed.cpto.product-attention", "proposed.cpo.interim"];
    assert_eq!(places.map(Fact::as_str), written);
}
